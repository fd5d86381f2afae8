/** Who asks, as Teams knows them. */
export interface Person {
  /** Entra object id. */
  id: string;
  /** How they sign in, for example a.smith@council.gov.uk. */
  login: string;
  email: string;
}

/** What Teams gave along with a request, to sign somebody in. */
export interface Proof {
  /** Entra object id of who asks, from an activity whose token was checked. */
  userId: string;
  /** A token of single sign-on, where Teams sent one. */
  token: string | undefined;
}

/** Somebody who is signed in, and acts as themselves: SharePoint decides what they may. */
export interface SignedIn {
  person: Person;
  /** A token for SharePoint. */
  sharePointToken(): Promise<string>;
  /** A token for Microsoft Graph; fails where the council has not granted what it is for. */
  graphToken(): Promise<string>;
}

/** Whether somebody is signed in, and if not, what is needed. */
export type SignInState =
  | { kind: 'signed in'; as: SignedIn }
  /** Teams is asked for a token of single sign-on, and shows a page where it cannot give one. */
  | { kind: 'sign in'; page: string }
  /** The token was good, and the person (or an administrator) has to consent. */
  | { kind: 'consent'; page: string }
  /** Nobody whom this service knows. */
  | { kind: 'refused' };

/** How people are signed in: through Entra, or as accounts of a local SharePoint. */
export interface SignIn {
  stateOf(proof: Proof): Promise<SignInState>;
  /** Who a token is of that a page sent: one that Entra gave it for this service. */
  withToken(token: string): Promise<SignInState>;
  /** SharePoint did not take somebody's token: it is forgotten. Answers what they are asked for now. */
  forget(userId: string): Promise<Exclude<SignInState, { kind: 'signed in' }>>;
}
