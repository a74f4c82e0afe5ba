/** `1.520.000`: as officials write sums, in either language. */
export const dongText = (dong: number): string => dong.toLocaleString('vi-VN');
