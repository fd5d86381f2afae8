import type { Member } from '../../src/domain/members/member';

let last = 0;

/** A serving member of whom only the name is known, with what a test adds. */
export const aMember = (name: string, more: Partial<Member> = {}): Member => ({
  id: (last += 1),
  name,
  surname: String(name.split(' ').pop()),
  knownAs: '',
  title: '',
  honours: '',
  party: '',
  email: '',
  phone: '',
  preferredContact: '',
  cabinetRoles: [],
  responsibilities: [],
  surgeries: '',
  skills: [],
  term: {},
  photo: '',
  account: '',
  serving: true,
  ...more
});
