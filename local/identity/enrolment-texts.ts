import type { EnrolmentFault } from './enrolment.ts';

/** Vietnamese, English. */
export const enrolmentFaultTexts: Readonly<Record<EnrolmentFault, readonly [string, string]>> = {
  PasswordTooShort: ['Mật khẩu phải có ít nhất 12 ký tự.', 'The password needs at least 12 characters.'],
  PasswordTooLong: ['Mật khẩu dài quá 256 ký tự.', 'The password is longer than 256 characters.'],
  PasswordCommon: [
    'Mật khẩu này dễ đoán. Ghép vài từ không liên quan đến nhau.',
    'This password is easily guessed. Join a few words that have nothing to do with each other.',
  ],
  PasswordsDiffer: ['Hai lần nhập mật khẩu chưa giống nhau.', 'The two passwords differ.'],
  CodeWrong: [
    'Mã xác thực chưa đúng. Nhập mã 6 chữ số mà ứng dụng đang hiện; xem lại giờ trên điện thoại.',
    'The code is not right. Enter the six digits that the app shows now; check the telephone’s clock.',
  ],
};
