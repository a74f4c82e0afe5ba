import { isProvisional, type Explanation } from '../../domain/law/explanation.ts';
import type { Confidence } from '../../domain/law/dated.ts';
import { sayComputation, writtenValue } from './computation.ts';
import { sayRule } from './rules.ts';
import type { Saying, Text } from './words.ts';

interface KindWords {
  readonly title: Text;
  /** By `because`; `said` where there is none. */
  readonly sayings: Readonly<Record<string, Saying>>;
}

const kindWords: Readonly<Record<Exclude<Explanation['of'], 'rule'>, KindWords>> = {
  sum: {
    title: { vi: 'Tiền thưởng', en: 'Money' },
    sayings: {
      said: {
        says: {
          vi: 'Tiền thưởng là {amount} đồng: {computation}.',
          en: 'The money is {amount} đồng: {computation}.',
        },
      },
      atMost: {
        says: {
          vi: 'Tiền thưởng không quá {amount} đồng: {computation}.',
          en: 'The money is at most {amount} đồng: {computation}.',
        },
      },
    },
  },
  dueDay: {
    title: { vi: 'Hạn giải quyết', en: 'Due day' },
    sayings: {
      said: {
        says: {
          vi: 'Nhận đủ hồ sơ ngày {startedOn}, thời hạn {limit} ngày làm việc, hạn giải quyết là ngày {dueOn}: {computation}.',
          en: 'The complete file was received on {startedOn}, with {limit} working days it is due on {dueOn}: {computation}.',
        },
      },
      standing: {
        says: {
          vi: 'Thời hạn đang tạm dừng, đã tính {ran} ngày làm việc, còn {left} trên {limit} ngày; hạn giải quyết được tính lại khi hồ sơ tiếp tục.',
          en: 'The clock stands: {ran} working days were counted, {left} of {limit} are left; the due day is computed anew when the case goes on.',
        },
        mend: {
          vi: 'Bổ sung đủ giấy tờ được yêu cầu, hoặc kết thúc việc tạm dừng kèm văn bản.',
          en: 'Bring the papers that were asked for, or end the hold with its document.',
        },
      },
    },
  },
  stepDue: {
    title: { vi: 'Hạn của bước', en: 'Due day of the step' },
    sayings: {
      said: {
        says: {
          vi: 'Bước này mở ngày {openedOn}, thời hạn {limit} ngày làm việc: {computation}.',
          en: 'This step opened on {openedOn} with {limit} working days: {computation}.',
        },
      },
      anew: {
        says: {
          vi: 'Bước này mở ngày {openedOn}, thời hạn {limit} ngày làm việc; hạn được tính lại thành ngày {dueOn} vì hồ sơ đã tạm dừng hoặc chờ bổ sung, chờ ý kiến.',
          en: 'This step opened on {openedOn} with {limit} working days; it was computed anew as {dueOn}, since the case stood on hold, for a supplement or for opinions.',
        },
      },
      councilDay: {
        says: {
          vi: 'Hạn là ngày họp Hội đồng của đợt xét; đã qua ngày đó thì là ngày bước này mở. Hạn: {dueOn}.',
          en: 'It is due on the day of the round’s council, or on the day it opened where that has passed: {dueOn}.',
        },
      },
      closingDay: {
        says: {
          vi: 'Hạn là ngày hết hạn nhận hồ sơ của đợt xét; đã qua ngày đó thì là ngày bước này mở. Hạn: {dueOn}.',
          en: 'It is due on the closing day of the round, or on the day it opened where that has passed: {dueOn}.',
        },
      },
      monthDay: {
        says: {
          vi: 'Hạn là ngày cố định hằng năm: {dueOn}.',
          en: 'It is due on a day of every year: {dueOn}.',
        },
      },
    },
  },
  lastSafeDay: {
    title: { vi: 'Ngày muộn nhất còn kịp', en: 'Last safe day' },
    sayings: {
      said: {
        says: {
          vi: 'Chậm nhất ngày {lastSafe} phải xong bước này để kịp {fixedKind}, ngày {fixedDay}.',
          en: 'This step must be done by {lastSafe} to reach {fixedKind}, {fixedDay}.',
        },
      },
      sooner: {
        says: {
          vi: 'Chậm nhất ngày {lastSafe} phải xong bước này để kịp {fixedKind}, ngày {fixedDay}, dù hạn nhận đến ngày {ownDay}.',
          en: 'This step must be done by {lastSafe} to reach {fixedKind}, {fixedDay}, although its own day is {ownDay}.',
        },
      },
    },
  },
  missedDay: {
    title: { vi: 'Không còn kịp', en: 'No longer in time' },
    sayings: {
      said: {
        says: {
          vi: 'Không còn kịp {fixedKind}, ngày {fixedDay}: ngày muộn nhất còn kịp là {lastSafe}, chậm {lateBy} ngày làm việc.',
          en: '{fixedKind}, {fixedDay}, can no longer be reached: the last safe day was {lastSafe}, {lateBy} working days ago.',
        },
      },
    },
  },
};

/** Codes that stand as facts, in words. */
const codeWords: Readonly<Record<string, Text>> = {
  councilDay: { vi: 'phiên họp Hội đồng', en: 'the council’s session' },
  closingDay: { vi: 'hạn nhận hồ sơ của cấp trên', en: 'the closing day above' },
  monthDay: { vi: 'hạn hằng năm', en: 'the deadline of the year' },
};

const wayWords: Readonly<Record<string, Text>> = {
  writtenConsultation: {
    vi: 'Lấy ý kiến các thành viên Hội đồng bằng văn bản',
    en: 'Consult the members of the council in writing',
  },
  simplifiedProcedure: {
    vi: 'Đề nghị xét khen thưởng theo thủ tục đơn giản',
    en: 'Propose it by the simplified procedure',
  },
  nextRound: {
    vi: 'Chuyển hồ sơ sang đợt xét khen thưởng tiếp theo',
    en: 'Move the case to the next round',
  },
};

const provisional: Text = {
  vi: 'Ngày này là tạm tính: chưa có thông báo ngày nghỉ, ngày làm bù năm {openYears}.',
  en: 'This day is provisional: the notice of rest days and days made up for in {openYears} is not in yet.',
};

const confidenceWords: Readonly<Record<Confidence, Text>> = {
  confirmed: { vi: 'đã đối chiếu văn bản', en: 'read in the text itself' },
  secondary: {
    vi: 'chưa xác nhận: theo nguồn dẫn lại văn bản',
    en: 'unconfirmed: read in a text about it',
  },
  inferred: {
    vi: 'chưa xác nhận: suy ra từ văn bản khác',
    en: 'unconfirmed: inferred from other texts',
  },
  memory: { vi: 'chưa xác nhận: chưa tìm được văn bản', en: 'unconfirmed: no text was found' },
};

export interface SaidExplanation {
  readonly title: string;
  readonly says: string;
  readonly mend: string | undefined;
  /** `0,3 × 2.530.000 = 759.000 → 760.000`; empty where nothing was computed. */
  readonly formula: string;
  readonly citation: string;
  readonly confidence: string;
  /** What is lawful instead, each with where it stands. */
  readonly instead: readonly {
    readonly says: string;
    readonly citation: string;
    readonly confidence: string;
  }[];
}

/** The explanation in words, alike wherever it is told. */
export function sayExplanation(explanation: Explanation, language: keyof Text): SaidExplanation {
  const { citation, confidence, computation, instead = [] } = explanation;
  return {
    ...core(explanation, language),
    formula: sayComputation(computation, language),
    citation,
    confidence: confidenceWords[confidence][language],
    instead: instead.map((one) => ({
      says: wayWords[one.way]?.[language] ?? one.way,
      citation: one.citation,
      confidence: confidenceWords[one.confidence][language],
    })),
  };
}

function core(
  explanation: Explanation,
  language: keyof Text,
): Pick<SaidExplanation, 'title' | 'says' | 'mend'> {
  const { of, follows, because, facts, fields, eligibleOn, computation } = explanation;
  if (of === 'rule') {
    const { verdict = 'unknown', severity = 'inform', citation, confidence } = explanation;
    const optional = {
      ...(because !== undefined && { because }),
      ...(fields && { fields }),
      ...(eligibleOn && { eligibleOn }),
    };
    return sayRule(
      { rule: follows, verdict, severity, facts, computation, citation, confidence, ...optional },
      language,
    );
  }
  const words = kindWords[of];
  const saying = words.sayings[because ?? 'said'];
  const fill = (text: string): string => filled(text, explanation, language);
  return {
    title: words.title[language],
    says: [saying?.says[language] ?? '', ...(isProvisional(explanation) ? [provisional[language]] : [])]
      .map(fill)
      .join(' '),
    mend: saying?.mend && fill(saying.mend[language]),
  };
}

function filled(text: string, { facts, computation }: Explanation, language: keyof Text): string {
  const values = new Map(
    facts.map(({ key, value }) => [
      key,
      codeWords[String(value)]?.[language] ?? writtenValue(value, language),
    ]),
  );
  values.set('computation', sayComputation(computation, language));
  const said = text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values.get(key) ?? whole);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
