import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import type { Clause, ProtocolVersion } from '../../../domain/protocol/protocol';
import { format } from '../../../ui/format';
import { PrintFrame } from '../../../ui/printing';
import { ClauseText } from './ClauseText';
import { dateText } from './dateText';
import styles from './PrintSheet.module.scss';

interface PrintSheetProps {
  organisation: string;
  version: ProtocolVersion;
  clauses: readonly Clause[];
  onDone(): void;
}

/** Clauses as they are printed, one below the other. */
const PrintSheet: React.FC<PrintSheetProps> = ({ organisation, version, clauses, onDone }) => (
  <PrintFrame organisation={organisation} title={version.title} onDone={onDone}>
    <p>
      {[
        format(strings.VersionPrinted, version.version),
        version.adopted === undefined ? '' : format(strings.Adopted, dateText(version.adopted)),
        version.ownerRole === '' ? '' : format(strings.KeptBy, version.ownerRole)
      ]
        .filter((text) => text !== '')
        .join(' ')}
    </p>
    {clauses.map(({ id, number, heading, text }) => (
      <section key={id} className={styles.clause}>
        <h2>
          {number} {heading}
        </h2>
        <ClauseText text={text} className={styles.text} />
      </section>
    ))}
  </PrintFrame>
);
export default PrintSheet;
