import type { Person } from '#shared/domain/directory.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { Dialogue } from '#local/terminal/dialogue.ts';
import { qrText } from '#local/terminal/qr-text.ts';
import { enrolmentFaults, type Chosen, type Enrolment, type EnrolmentFault } from './enrolment.ts';
import { enrolmentFaultTexts } from './enrolment-texts.ts';
import { passwordFault } from './password-rules.ts';
import { base32, newTotpSecret, otpauthUri } from './totp.ts';

/** Password and second factor, asked for until both are right. Nothing is stored here. */
export async function chooseCredentials(
  dialogue: Dialogue,
  person: Pick<Person, 'id' | 'username'>,
  now: () => Instant,
): Promise<{ readonly enrolment: Enrolment; readonly chosen: Chosen }> {
  const { id: personId, username } = person;
  const password = await choosePassword(dialogue, username);
  const enrolment = { personId, username, secret: newTotpSecret() };
  dialogue.say('');
  dialogue.say(
    'Quét mã này bằng ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator, Aegis…).',
  );
  dialogue.say('Scan this with an authenticator app.');
  dialogue.say(qrText(otpauthUri(enrolment.secret, username, 'Quản trị'), process.stdout.isTTY));
  dialogue.say(`Không quét được thì nhập khóa / or type this key: ${base32(enrolment.secret)}`);
  for (;;) {
    const code = await dialogue.ask('Mã 6 chữ số mà ứng dụng hiện / the six digits: ');
    const chosen = { password, again: password, code };
    const faults = enrolmentFaults(enrolment, chosen, now());
    if (faults.length === 0) return { enrolment, chosen };
    tell(dialogue, faults);
  }
}

async function choosePassword(dialogue: Dialogue, username: string): Promise<string> {
  for (;;) {
    const password = await dialogue.askHidden(
      'Mật khẩu, ít nhất 12 ký tự / password, at least 12 characters: ',
    );
    const fault = passwordFault(password, username);
    if (fault === undefined) {
      const again = await dialogue.askHidden('Nhập lại mật khẩu / the password again: ');
      if (again.normalize('NFKC') === password.normalize('NFKC')) return password;
    }
    tell(dialogue, [fault ?? 'PasswordsDiffer']);
  }
}

const tell = (dialogue: Dialogue, faults: readonly EnrolmentFault[]): void => {
  for (const line of faults.flatMap((fault) => enrolmentFaultTexts[fault])) dialogue.say(line);
};
