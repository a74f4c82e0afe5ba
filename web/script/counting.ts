/** How many letters are left, said below the field once half of them are used. `data-left` and `data-over` hold `{count}`. */
export function countLetters(area: HTMLTextAreaElement): void {
  const max = Number(area.dataset['max']);
  const said = document.createElement('p');
  said.className = 'govuk-hint';
  said.setAttribute('role', 'status');
  area.insertAdjacentElement('afterend', said);
  const tell = (): void => {
    const left = max - area.value.length;
    const words = left < 0 ? area.dataset['over'] : left < max / 2 ? area.dataset['left'] : '';
    const text = (words ?? '').replace('{count}', String(Math.abs(left)));
    if (said.textContent !== text) said.textContent = text;
  };
  area.addEventListener('input', tell);
  tell();
}
