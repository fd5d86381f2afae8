import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { acknowledge } from '../../../../data/protocol/background';
import { format } from '../../../../ui/format';
import { Problem, savingProblemText } from '../../../../ui/problem';
import { dateText } from '../dateText';
import type { HomeState, ProtocolGuideProps } from '../ProtocolGuide/types';
import styles from './Home.module.scss';

/** "I have read this version", and when one said so. */
export const Acknowledge: React.FC<{ state: HomeState; props: ProtocolGuideProps }> = ({ state, props: { sp, sitePath } }) => {
  const { version, userId, background, changed } = state;
  const [saving, setSaving] = React.useState<'no' | 'saving' | 'saved'>('no');
  const [failure, setFailure] = React.useState<unknown>();
  const said = React.useRef<HTMLParagraphElement>(null);
  const read = background?.read ?? (saving === 'saved' ? new Date() : undefined);
  React.useEffect(() => {
    // The button that was pressed is gone.
    if (saving === 'saved') said.current?.focus();
  }, [saving]);
  if (!background?.canSay || !version.isCurrent) return null;
  const save = async (): Promise<void> => {
    setSaving('saving');
    setFailure(undefined);
    try {
      await acknowledge(sp, sitePath, { versionId: version.id, userId, title: `${version.title}, ${version.version}` });
      setSaving('saved');
      changed();
    } catch (error) {
      setSaving('no');
      setFailure(error);
    }
  };
  return (
    <>
      <div className={styles.read}>
        <p ref={said} tabIndex={-1}>
          {read ? format(strings.ReadOn, version.version, dateText(read)) : format(strings.ReadQuestion, version.version)}
        </p>
        {!read && (
          <button type="button" disabled={saving === 'saving'} onClick={() => void save()}>
            {saving === 'saving' ? strings.ReadSaving : strings.ReadButton}
          </button>
        )}
      </div>
      {failure !== undefined && <Problem {...savingProblemText(failure)} />}
    </>
  );
};
