/** A button says in `data-copy` which element’s words it copies, and in `data-copied` what it says then. */
export function offerCopying(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.addEventListener('click', () => void copy(page, button));
  }
}

async function copy(page: Document, button: HTMLButtonElement): Promise<void> {
  const source = page.querySelector(button.dataset['copy'] ?? '');
  if (source === null) return;
  const isArea = source instanceof HTMLTextAreaElement;
  try {
    await navigator.clipboard.writeText(isArea ? source.value : source.textContent);
    button.textContent = button.dataset['copied'] ?? button.textContent;
  } catch {
    // The browser forbids it: selected, it is one key press away.
    if (isArea) source.select();
    else page.getSelection()?.selectAllChildren(source);
  }
}
