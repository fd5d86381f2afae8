import { readFileSync } from 'node:fs';

/** Somebody who can sign in to the local SharePoint. There are no passwords: it serves this machine only. */
export interface Account {
  /** User principal name. */
  login: string;
  name: string;
  email: string;
  /** Entra object id; null for principals that are not people. */
  aadObjectId: string | null;
  /** Titles of the SharePoint groups that the account is in. They are made if they are missing. */
  groups: string[];
  /** Site collection administrator: may do everything. */
  siteAdmin?: boolean;
  jobTitle?: string;
  /** Known to the directory, as most people of an organisation are, and not offered on the sign-in page. */
  directoryOnly?: boolean;
}

/**
 * Reads an accounts file: a JSON array of accounts.
 *
 * @throws Error that names the file and the entry that is wrong.
 */
export function readAccounts(file: string): Account[] {
  const entries: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(entries) || entries.length === 0) throw new Error(`${file}: expected a JSON array with at least one account`);
  const seen = new Set<string>();
  return entries.map((entry: Partial<Account>, index) => {
    const where = `${file}: account ${index + 1}`;
    for (const key of ['login', 'name', 'email', 'aadObjectId'] as const) {
      if (typeof entry[key] !== 'string' || entry[key] === '') throw new Error(`${where}: "${key}" is missing`);
    }
    if (!Array.isArray(entry.groups) || entry.groups.some((group) => typeof group !== 'string')) {
      throw new Error(`${where}: "groups" must be an array of group titles`);
    }
    const login = String(entry.login).toLowerCase();
    if (seen.has(login)) throw new Error(`${where}: the login ${login} is there twice`);
    seen.add(login);
    return entry as Account;
  });
}
