import * as strings from 'OfficerDirectoryStrings';

/** What Graph's words for presence mean; nothing for those that tell nothing. */
export function presenceText(availability: string | undefined): string {
  if (availability === undefined) return '';
  if (availability.startsWith('Available')) return strings.PresenceAvailable;
  if (availability.startsWith('Busy')) return strings.PresenceBusy;
  return (
    {
      DoNotDisturb: strings.PresenceDoNotDisturb,
      Away: strings.PresenceAway,
      BeRightBack: strings.PresenceAway,
      Offline: strings.PresenceOffline
    }[availability] ?? ''
  );
}
