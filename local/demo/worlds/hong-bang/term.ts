/** Every post of the demo is held for the term of 2016–2021; some are named for sealed cases. */
export const term = { from: '2016-07-01', instrument: 'Quyết định bổ nhiệm nhiệm kỳ 2016–2021' };
export const sealed = { ...term, sealed: true };
