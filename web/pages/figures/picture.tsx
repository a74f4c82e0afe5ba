/** One line of a picture: a full bar, and beside it an outlined one where something is compared. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly beside?: number | undefined;
}

interface Props {
  readonly id: string;
  readonly title: string;
  readonly bars: readonly Bar[];
  /** What the full bar and the outlined one say. */
  readonly series?: readonly [string, string] | undefined;
  /** `{label}: {value}` of every bar: what the picture says to whoever doesn't see it. */
  readonly told: string;
}

const width = 320;
const room = 262;
const lineHeight = 17;
const [thick, thin] = [14, 10];
/** Letters that a line of 13 px holds in the width. */
const lineLetters = 44;

/**
 * Bars drawn on the server, as wide as a small phone. Colour says nothing alone: the second bar is outlined, and each bears its
 * number. Its text equivalent is its description and the table that stands beside it.
 */
export function Picture({ id, title, bars, series, told }: Props) {
  const most = Math.max(1, ...bars.flatMap(({ value, beside = 0 }) => [value, beside]));
  const lengthOf = (value: number): number => Math.round((value / most) * room * 10) / 10;
  let top = series === undefined ? 4 : 44;
  const placed = bars.map((bar) => {
    const lines = wrapped(bar.label);
    const at = top;
    top += lines.length * lineHeight + thick + (bar.beside === undefined ? 0 : thin + 4) + 12;
    return { bar, lines, at };
  });
  return (
    <svg
      class="vd-picture"
      viewBox={`0 0 ${width} ${top}`}
      width={width}
      height={top}
      role="img"
      aria-labelledby={`${id}-title ${id}-told`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-told`}>{told}</desc>
      {series !== undefined && <Legend series={series} />}
      {placed.map(({ bar, lines, at }) => {
        const under = at + lines.length * lineHeight;
        return (
          <g>
            {lines.map((line, index) => (
              <text x="0" y={at + 13 + index * lineHeight} font-size="13" fill="#0b0c0c">
                {line}
              </text>
            ))}
            <Full at={under} length={lengthOf(bar.value)} />
            <Number at={under + 12} length={lengthOf(bar.value)} value={bar.value} />
            {bar.beside !== undefined && (
              <>
                <Outlined at={under + thick + 4} length={lengthOf(bar.beside)} />
                <Number at={under + thick + 14} length={lengthOf(bar.beside)} value={bar.beside} />
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}

const Full = ({ at, length }: { at: number; length: number }) => (
  <rect x="0" y={at} width={Math.max(length, 1)} height={thick} fill="#1b3a63" />
);

const Outlined = ({ at, length }: { at: number; length: number }) => (
  <rect
    x="0.75"
    y={at}
    width={Math.max(length - 1.5, 0.5)}
    height={thin}
    fill="#ffffff"
    stroke="#6b6f73"
    stroke-width="1.5"
  />
);

const Number = ({ at, length, value }: { at: number; length: number; value: number }) => (
  <text x={length + 6} y={at} font-size="13" font-weight="700" fill="#0b0c0c">
    {value}
  </text>
);

const Legend = ({ series: [full, outlined] }: { series: readonly [string, string] }) => (
  <g>
    <rect x="0" y="4" width="14" height="12" fill="#1b3a63" />
    <text x="20" y="14" font-size="12" fill="#0b0c0c">
      {full}
    </text>
    <rect x="0.75" y="22.75" width="12.5" height="10.5" fill="#ffffff" stroke="#6b6f73" stroke-width="1.5" />
    <text x="20" y="32" font-size="12" fill="#0b0c0c">
      {outlined}
    </text>
  </g>
);

/** Lines that fit; a word is never cut. */
function wrapped(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= lineLetters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
