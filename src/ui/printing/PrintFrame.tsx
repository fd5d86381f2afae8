import * as React from 'react';
import * as ReactDom from 'react-dom';
import * as strings from 'MemberlinkUiStrings';
import { format } from '../format';
import styles from './PrintFrame.module.scss';

/** What stands around what is printed. */
export interface PrintFrameProps {
  organisation: string;
  title: string;
  /** The dialogue of the printer was closed. */
  onDone: () => void;
}

/** Pictures that do not come must not keep anybody from printing. In milliseconds. */
const patience = 4000;

/** A sheet that is printed as soon as its pictures are there. It stands outside of the page, which is hidden meanwhile. */
export const PrintFrame: React.FC<PrintFrameProps> = ({ organisation, title, onDone, children }) => {
  const sheet = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    let ended = false;
    const pictures = Array.from(sheet.current?.querySelectorAll('img') ?? []).map((image) => image.decode().catch(() => undefined));
    const tooLong = new Promise((resolve) => window.setTimeout(resolve, patience));
    const print = (): void => {
      if (ended) return;
      window.addEventListener('afterprint', onDone, { once: true });
      window.print();
    };
    Promise.race([Promise.all(pictures), tooLong]).then(print, print);
    return () => {
      ended = true;
      window.removeEventListener('afterprint', onDone);
    };
  }, [onDone]);
  const today = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return ReactDom.createPortal(
    <div ref={sheet} className={styles.sheet} data-memberlink-print="">
      <h1>{title}</h1>
      <p className={styles.when}>{format(strings.PrintedOn, organisation, today)}</p>
      {children}
    </div>,
    document.body
  );
};

/** A fact on a sheet, with its name in front; nothing where it is not known. */
export const PrintLine: React.FC<{ label: string; text: string }> = ({ label, text }) =>
  text === '' ? null : (
    <p>
      <b>{label}</b> {text}
    </p>
  );

/** One of several entries on a sheet, with a picture where people have one. */
export const PrintEntry: React.FC<{ heading: string; photo?: string }> = ({ heading, photo, children }) => (
  <li className={styles.entry}>
    {photo === undefined ? null : photo === '' ? <span className={styles.noPhoto} /> : <img src={photo} alt="" />}
    <div>
      <h2>{heading}</h2>
      {children}
    </div>
  </li>
);

/** Entries in two columns; a single one across the sheet. */
export const PrintEntries: React.FC<{ single: boolean }> = ({ single, children }) => (
  <ul className={single ? styles.one : undefined}>{children}</ul>
);
