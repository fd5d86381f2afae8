import * as React from 'react';
import { initialsOf } from '../../domain/initials';
import styles from './Avatar.module.scss';

/** What an avatar shows. */
export interface AvatarProps {
  name: string;
  /** Address of the photograph; empty where there is none. */
  photo: string;
  /** Diameter in pixels. */
  size: number;
}

/** A person's round picture, or their initials. Decorative: the name always stands beside it. */
export const Avatar: React.FC<AvatarProps> = ({ name, photo, size }) => {
  const [broken, setBroken] = React.useState(false);
  React.useEffect(() => setBroken(false), [photo]);
  return (
    <span className={styles.avatar} style={{ width: size, height: size, fontSize: Math.round(size / 3) }} aria-hidden="true">
      {photo !== '' && !broken ? (
        <img src={photo} alt="" width={size} height={size} loading="lazy" onError={() => setBroken(true)} />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
};
