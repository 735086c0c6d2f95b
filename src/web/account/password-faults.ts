import type { PasswordFault } from '../../app/people/password.ts';
import type { Words } from '../../words/words.ts';

/** Why a new password is refused, in words. */
export function passwordFaultWords(fault: PasswordFault, words: Words): string {
  const { tooShort, tooLong, tooPlain } = words.signIn.account;
  return { 'too-short': tooShort, 'too-long': tooLong, 'too-plain': tooPlain }[fault];
}
