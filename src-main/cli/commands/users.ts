import { AppError } from '#shared/errors/app-error';
import { levels } from '#shared/secrecy/policy';
import { roleLabels, roleNames } from '#shared/secrecy/roles';
import type { Person } from '#shared/contract/window/security';
import { rotateKeys } from '#service/book/rotate-keys';
import { openBook, readBookHead } from '#service/book/open-book';
import { addPerson, changePassphraseOf, people, removePerson, setRights } from '#service/security/people';
import { makeSheets } from '#service/security/sheets';
import { recoverPassphrase } from '#service/vault/manage';
import { recoveryText, secretFromWords } from '#service/vault/recovery-words';
import { readVault } from '#service/vault/vault-file';
import { type CliArguments, need } from '../arguments';
import { userOf, withBook } from '../book';
import type { CommandResult } from '../output';
import { readNewPassphrase, readPassphrase } from '../passphrase';

/**
 * `kts users list|add|remove|rights|passphrase`. Secrets come from KTS_PASSPHRASE (who does it) and KTS_NEW_PASSPHRASE, or as lines of
 * standard input in this order.
 */
export function users(args: CliArguments): Promise<CommandResult> {
  const [action = 'list', who] = args.words;
  return withBook(args, async ({ book }, passphrase) => {
    const found = (): Person => {
      const person = people(book).find(({ id, name }) => id === who || name === who);
      if (!person) throw new AppError('vault.unknownUser');
      return person;
    };
    const rights = {
      role: oneOf(roleNames, args.option('role') ?? 'clerk', '--role'),
      clearance: oneOf(levels, args.option('clearance') ?? 'THUONG', '--clearance'),
    };
    switch (action) {
      case 'list':
        break;
      case 'add':
        await addPerson(book, passphrase, {
          name: need(args, 'name'),
          title: args.option('user-title') ?? '',
          ...rights,
          passphrase: await readNewPassphrase(),
        });
        break;
      case 'remove':
        await removePerson(book, passphrase, found().id);
        break;
      case 'rights':
        await setRights(book, passphrase, found().id, rights.role, rights.clearance);
        break;
      case 'passphrase':
        await changePassphraseOf(book, passphrase, who === undefined ? book.user.id : found().id, await readNewPassphrase());
        break;
      default:
        throw new AppError('usage', { problem: `users ${action}` });
    }
    const all = people(book);
    return {
      lines: all.map(({ name, title, role, clearance }) => `${name}${title ? `, ${title}` : ''}  ${roleLabels[role].vi}  ${clearance}`),
      json: { users: all },
    };
  });
}

/** `kts keys status|sheet [--split]|rotate|recover`. */
export async function keys(args: CliArguments): Promise<CommandResult> {
  const [action = 'status'] = args.words;
  switch (action) {
    case 'status': {
      const { recovery, users: holders, rotation } = readVault(args.data);
      const state = {
        users: holders.map(({ name, params }) => ({ name, memory: params.memory, passes: params.passes })),
        recovery: recovery && { madeAt: recovery.madeAt, split: recovery.split },
        rotating: rotation !== null,
      };
      return {
        lines: [
          ...state.users.map(({ name, memory, passes }) => `${name}: Argon2id ${memory / 1024} MiB, ${passes} lượt`),
          state.recovery ? `Tờ khôi phục: ${state.recovery.madeAt}${state.recovery.split ? ', chia ba' : ''}` : 'Chưa có tờ khôi phục.',
          ...(state.rotating ? ['Đang đổi khóa dở dang: mở khóa sổ một lần để hoàn tất.'] : []),
        ],
        json: state,
      };
    }
    case 'sheet':
      return withBook(args, async ({ book }, passphrase) => {
        const { sheets, madeAt } = await makeSheets(book, passphrase, args.option('shares') === '3');
        return {
          lines: sheets.flatMap(({ words }, at) => [
            `Tờ khôi phục ${at + 1}/${sheets.length}, ${book.committee.name}, ${madeAt}`,
            ...words.map((word, n) => `${String(n + 1).padStart(2)}. ${word}`),
            '',
          ]),
          json: { madeAt, sheets: sheets.map(({ words }) => words) },
        };
      });
    case 'rotate': {
      const actor = { userId: userOf(args).id, passphrase: await readPassphrase() };
      const book = await openBook(args.data, actor);
      try {
        book.access.require('keys');
      } finally {
        book.close();
      }
      await rotateKeys(args.data, actor);
      const again = await openBook(args.data, actor);
      again.transact(() => again.audit.append({ action: 'rotateKeys' }));
      again.close();
      return { lines: ['Đã đổi khóa: mọi dữ liệu được mã hóa lại.'], json: { rotated: true } };
    }
    case 'recover': {
      // Words of one sheet, or of two shares separated by '/'.
      const words = await readPassphrase();
      const secret = await secretFromWords(words.split('/'));
      const { users: all } = readBookHead(args.data);
      const wanted = args.option('user');
      const user = wanted === undefined ? all[0] : all.find(({ id, name }) => id === wanted || name === wanted);
      if (!user) throw new AppError('vault.unknownUser');
      await recoverPassphrase(args.data, recoveryText(secret.reveal()), user.id, await readNewPassphrase(), { calibrated: true });
      secret.forget();
      return { lines: [`${user.name} mở sổ bằng mật khẩu mới từ bây giờ.`], json: { user: user.id } };
    }
    default:
      throw new AppError('usage', { problem: `keys ${action}` });
  }
}

function oneOf<T extends string>(allowed: readonly T[], given: string, option: string): T {
  const found = allowed.find((one) => one === given);
  if (!found) throw new AppError('usage', { problem: `${option} ${allowed.join('|')}` });
  return found;
}
