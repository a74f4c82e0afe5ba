import type { Risk } from '#shared/domain/time-ahead.ts';
import type { AheadView } from '#shared/use-cases/time/case-time.ts';
import { Tag, type TagColour } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { t, type Visit } from '../../visit.ts';

const colours: Record<Risk, TagColour> = { late: 'red', atRisk: 'orange', unknown: 'grey', safe: 'green' };

export function RiskTag({ visit, risk }: { visit: Visit; risk: Risk }) {
  return <Tag colour={colours[risk]}>{t(visit, `time.${risk}`)}</Tag>;
}

export function forecastText(visit: Visit, { forecast }: AheadView): string {
  if (!forecast.enough) return t(visit, 'time.noForecast', { count: forecast.count });
  const { likelyOn, cautiousOn, count } = forecast;
  return t(visit, 'time.forecast', { likely: formatted(likelyOn), cautious: formatted(cautiousOn), count });
}
