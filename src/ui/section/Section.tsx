import * as React from 'react';
import styles from './Section.module.scss';

/** A part of a profile with its heading. */
export const Section: React.FC<{ title: string }> = ({ title, children }) => (
  <section className={styles.part}>
    <h3>{title}</h3>
    {children}
  </section>
);

/** A fact with its name in front; nothing where it is not known. */
export const Fact: React.FC<{ label: string; text: string; href?: string | undefined }> = ({ label, text, href }) =>
  text === '' ? null : (
    <>
      <dt>{label}</dt>
      <dd>{href ? <a href={href}>{text}</a> : text}</dd>
    </>
  );

/** Entries one below the other, or side by side as tags; nothing where there are none. */
export const Part: React.FC<{ title: string; entries: readonly string[]; tags?: boolean }> = ({ title, entries, tags }) =>
  entries.length === 0 ? null : (
    <Section title={title}>
      <ul className={tags ? styles.tags : undefined}>
        {entries.map((entry, index) => (
          // The same entry may stand there twice; entries have nothing else that tells them apart.
          <li key={`${index} ${entry}`}>{entry}</li>
        ))}
      </ul>
    </Section>
  );
