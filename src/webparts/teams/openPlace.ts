import { parametersOf, type Place } from '../../domain/teams';
import { isFirstScreen } from '../../ui/useAddressState';

/** Puts what a link of Teams opens into the address, before anything reads it. Once: a screen that one has left stays left. */
export function openPlace(place: Place | undefined): void {
  if (!place || !isFirstScreen()) return;
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(parametersOf(place))) url.searchParams.set(name, value);
  window.history.replaceState(window.history.state, '', url);
}
