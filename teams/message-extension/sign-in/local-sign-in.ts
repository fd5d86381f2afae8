import { z } from 'zod';
import type { SignIn, SignInState } from './types';

const accountsAnswer = z.array(z.object({ login: z.string(), email: z.string(), aadObjectId: z.string().nullable() }));

type LocalAccount = z.infer<typeof accountsAnswer>[number];

/** Signs people in as the accounts of a local SharePoint, by their object ids. There is nothing to prove: it is this machine. */
export class LocalSignIn implements SignIn {
  private accounts: Promise<LocalAccount[]> | undefined;

  /** @param origin of the local SharePoint */
  public constructor(private readonly origin: string) {}

  public stateOf({ userId }: { userId: string }): Promise<SignInState> {
    return this.signIn(({ aadObjectId }) => aadObjectId?.toLowerCase() === userId.toLowerCase());
  }

  public withToken(token: string): Promise<SignInState> {
    return this.signIn(({ login }) => token === `local:${login}`);
  }

  /** Its accounts have no tokens that could be refused. */
  public async forget(): Promise<{ kind: 'refused' }> {
    return { kind: 'refused' };
  }

  private async signIn(isMeant: (account: LocalAccount) => boolean): Promise<SignInState> {
    const account = (await this.read()).find(isMeant);
    if (!account?.aadObjectId) return { kind: 'refused' };
    const userId = account.aadObjectId;
    const token = async (): Promise<string> => `local:${account.login}`;
    return {
      kind: 'signed in',
      as: { person: { id: userId, login: account.login, email: account.email }, sharePointToken: token, graphToken: token }
    };
  }

  private read(): NonNullable<typeof this.accounts> {
    // The accounts of a running local SharePoint stay the same.
    this.accounts ??= fetch(`${this.origin}/_local/accounts`)
      .then(async (response) => accountsAnswer.parse(await response.json()))
      .catch((error: unknown) => {
        this.accounts = undefined;
        throw error;
      });
    return this.accounts;
  }
}
