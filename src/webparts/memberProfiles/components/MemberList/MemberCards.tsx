import * as React from 'react';
import type { ListState } from '../MemberProfiles/types';
import { partyColour } from '../partyColour';
import { MemberCard } from './MemberCard';
import styles from './MemberCards.module.scss';
import { useInParts } from './useInParts';

/** Members as cards. */
export const MemberCards: React.FC<{ state: ListState; compact: boolean; returnTo: number | undefined }> = ({
  state,
  compact,
  returnTo
}) => {
  const { found, directory, addressOf, open } = state;
  const shown = useInParts(found, returnTo === undefined);
  return (
    <ul className={compact ? styles.compactCards : styles.cards}>
      {shown.map(({ member }) => (
        <MemberCard
          key={member.id}
          member={member}
          colour={partyColour(member, directory)}
          focused={member.id === returnTo}
          compact={compact}
          address={addressOf(member)}
          level={3}
          onOpen={open}
        />
      ))}
    </ul>
  );
};
