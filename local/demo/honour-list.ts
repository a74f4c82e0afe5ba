import { civilDateSchema, formatDay } from '#shared/domain/time.ts';
import { countsOf, fedBy, type ListRead, type ReadBack, type Row } from './read-back.ts';

const annexTitles = {
  collective: 'Tập thể',
  household: 'Hộ gia đình',
  individual: 'Cá nhân',
  sealed: 'Trường hợp bảo mật',
  model: 'Mô hình',
} as const;
type Annex = keyof typeof annexTitles;
const annexes: readonly Annex[] = ['collective', 'household', 'individual', 'sealed', 'model'];

const formNames: Readonly<Record<string, string>> = {
  KNC_ANTQ: 'Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”',
  GK_HUYEN: 'Giấy khen của Chủ tịch UBND quận',
  GK_XA: 'Giấy khen của Chủ tịch UBND phường',
  BK_TINH: 'Bằng khen của Chủ tịch UBND thành phố',
};

/** The honour list as it is read out, decision by decision in the order of their annexes, and what was counted. */
export function honourList(read: ReadBack): string[] {
  return [
    'DANH SÁCH KHEN THƯỞNG',
    ...read.decisions.flatMap((decision) => ['', ...decisionLines(read, decision)]),
    ...read.approvals.flatMap((approval) => ['', ...decisionLines(read, approval)]),
    '',
    ...countLines(read),
  ];
}

function decisionLines(read: ReadBack, decision: ListRead): string[] {
  const { list, rows } = decision;
  const day = list.date === undefined ? '' : formatDay(civilDateSchema.parse(list.date));
  const { letters, wards } = fedBy(read, decision);
  const from = list.origin === 'outside' ? ' (ghi nhận từ bên ngoài)' : '';
  const fed = wards === 0 ? [] : [`  Từ ${letters} tờ trình của ${wards} phường.`];
  return [
    `Quyết định số ${list.number ?? ''} ngày ${day}${from}: ${list.title}`,
    ...fed,
    ...annexes.flatMap((annex) =>
      annexLines(
        read,
        annex,
        rows.filter((row) => row.annex === annex),
      ),
    ),
  ];
}

function annexLines(read: ReadBack, annex: Annex, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const forms = new Set(
    rows.flatMap((row) => (row.form === undefined ? [] : [formNames[row.form] ?? row.form])),
  );
  const heading = [annexTitles[annex], ...forms].join(' – ');
  return [`  ${heading} (${rows.length})`, ...rows.map((row) => `    ${rowLine(read, row)}`)];
}

function rowLine({ names }: ReadBack, row: Row): string {
  const ordinal = String(row.annexOrdinal ?? '').padStart(2);
  const by = names.get(row.enteredBy) ?? '';
  if (row.sealedNumber !== undefined)
    return `${ordinal}. Trường hợp bảo mật ${String(row.sealedNumber).padStart(2, '0')}`;
  // "Tổ dân phố số 8, phường Quán Toan" says its unit itself.
  const unit = row.name.toLowerCase().includes(row.unit.toLowerCase()) ? '' : `, ${row.unit}`;
  return `${ordinal}. ${row.name}${apart(row)}${unit} (${by} đề nghị)`;
}

/** Two people of one name are told apart on every list. */
function apart({ namesake, birthYear, residentialGroup }: Row): string {
  if (!namesake) return '';
  const said = [...(birthYear === undefined ? [] : [`sinh năm ${birthYear}`]), residentialGroup ?? ''];
  return ` (${said.filter((part) => part !== '').join(', ')})`;
}

const annexOf = (key: string): string => annexTitles[annexes.find((annex) => annex === key) ?? 'model'];

function countLines(read: ReadBack): string[] {
  const counts = countsOf(read);
  const awards = [...counts.awards].map(([key, count]) => {
    const [form = '', annex = '', origin = ''] = key.split(' ');
    const where = origin === 'outside' ? 'quyết định từ bên ngoài' : 'quyết định tại đây';
    return `  ${formNames[form] ?? form} – ${annexOf(annex)} – ${where}: ${count}`;
  });
  return [
    'ĐẾM LẠI TỪ CÁC QUYẾT ĐỊNH ĐÃ BAN HÀNH',
    ...awards,
    `  Trường hợp bảo mật (ngoài các số trên): ${counts.sealed}`,
    `  Mô hình được phê duyệt: ${counts.models}`,
    ...[...counts.modelsBySubmitter].map(([submitter, count]) => `    ${submitter}: ${count}`),
  ];
}
