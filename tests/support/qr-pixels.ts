/** The first QR code in a page as a camera sees it: its squares of one unit, drawn large. */
export function pixelsOf(html: string): { width: number; height: number; data: Uint8Array } {
  const [, size = '0', path = ''] = /viewBox="0 0 (\d+) \d+"[^>]*><path d="([^"]*)"/.exec(html) ?? [];
  const [scale, side] = [8, Number(size)];
  const width = side * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const { x, y } of squaresOf(path)) {
    for (let row = 0; row < scale; row += 1) {
      for (let column = 0; column < scale; column += 1) {
        const at = ((y * scale + row) * width + x * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { width, height: width, data };
}

/** `M2 2h1v1H2Zm1 0h1v1H3Z…`: each square begins where the one before began, moved by so much. */
function squaresOf(path: string): { x: number; y: number }[] {
  let [x, y] = [0, 0];
  return Array.from(path.matchAll(/([Mm])(-?\d+)[ ,]?(-?\d+)/g), ([, kind, dx, dy]) => {
    [x, y] = kind === 'M' ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)];
    return { x, y };
  });
}
