import { offerCopying } from './copying.ts';
import { countLetters } from './counting.ts';
import { keepTyping } from './keep-typing.ts';

// Pages work without any of this: it keeps what is typed, copies, counts. What needs it is hidden until it runs.
document.documentElement.classList.add('vd-script');
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepTyping(form);
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max]')) countLetters(area);
offerCopying(document);
