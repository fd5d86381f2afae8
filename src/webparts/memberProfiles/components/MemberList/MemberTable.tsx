import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import type { Described, SortName } from '../../../../domain/members/filter';
import { numberToDial } from '../../../../domain/phone';
import { Avatar } from '../../../../ui/avatar';
import { mailto } from '../../../../ui/mailto';
import { MemberLink } from '../MemberLink';
import type { ListState } from '../MemberProfiles/types';
import { partyColour } from '../partyColour';
import { PartyOf } from '../PartyOf';
import { useInParts } from './useInParts';
import styles from './MemberTable.module.scss';

const Row: React.FC<{ described: Described; state: ListState; focused: boolean; compact: boolean }> = ({
  described: { member },
  state: { directory, addressOf, open },
  focused,
  compact
}) => {
  const dial = numberToDial(member.phone);
  const posts = [...member.cabinetRoles, ...member.responsibilities];
  // Narrow screens show rows as blocks; the roles keep them a table for who hears it.
  return (
    <tr role="row">
      <th scope="row" role="rowheader" className={styles.name}>
        {!compact && <Avatar name={member.name} photo={member.photo} size={32} />}
        <MemberLink member={member} address={addressOf(member)} focused={focused} onOpen={open} />
      </th>
      <td role="cell">{member.ward?.name}</td>
      <td role="cell">
        <PartyOf member={member} colour={partyColour(member, directory)} />
      </td>
      <td role="cell">{posts.join('; ')}</td>
      <td role="cell">{member.email !== '' && <a href={mailto(member.email)}>{member.email}</a>}</td>
      <td role="cell">{dial === undefined ? member.phone : <a href={`tel:${dial}`}>{member.phone}</a>}</td>
    </tr>
  );
};

/** Members as a table, sorted by pressing a heading. */
export const MemberTable: React.FC<{ state: ListState; compact: boolean; returnTo: number | undefined }> = ({
  state,
  compact,
  returnTo
}) => {
  const shown = useInParts(state.found, returnTo === undefined);
  const sortable = (name: SortName, title: string): React.ReactElement => (
    <th scope="col" role="columnheader" aria-sort={state.sort === name && state.exact ? 'ascending' : 'none'}>
      <button type="button" onClick={() => state.setSort(name)}>
        {title}
        {state.sort === name && state.exact && <span aria-hidden="true"> ▴</span>}
      </button>
    </th>
  );
  return (
    <table role="table" className={compact ? styles.compact : styles.table}>
      <caption className={styles.hidden}>{strings.Heading}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {sortable('name', strings.SortName)}
          {sortable('ward', strings.Ward)}
          {sortable('party', strings.Party)}
          <th scope="col" role="columnheader">
            {strings.Posts}
          </th>
          <th scope="col" role="columnheader">
            {strings.Email}
          </th>
          <th scope="col" role="columnheader">
            {strings.Phone}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {shown.map((described) => (
          <Row key={described.member.id} described={described} state={state} focused={described.member.id === returnTo} compact={compact} />
        ))}
      </tbody>
    </table>
  );
};
