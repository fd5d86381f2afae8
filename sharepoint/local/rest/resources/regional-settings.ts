import { invalidArgument, unknownProperty } from '../../errors';
import { locales } from '../../store/locale';
import { permission } from '../../store/permission-bits';
import { fromSiteTime, isoSeconds, toSiteTime } from '../../store/time-zone';
import type { Call } from '../call';
import { collectionResource, entityResource, nothing, plainProperties, value, withChildren, type Entity, type Resource } from '../model';
import { numberArgument, textArgument, type Segment } from '../path';

/** A few of SharePoint's time zones. The site itself is in London's. */
const zones = (
  [
    [2, '(UTC+00:00) Dublin, Edinburgh, Lisbon, London', 0, -60],
    [3, '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', -60, -60],
    [4, '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', -60, -60],
    [23, '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', -330, 0],
    [93, '(UTC) Coordinated Universal Time', 0, 0]
  ] as const
).map(([Id, Description, Bias, DaylightBias]): Entity => ({
  kind: 'entity',
  type: 'SP.TimeZone',
  edit: `Web/RegionalSettings/TimeZones(${Id})`,
  properties: { Description, Id, Information: { Bias, DaylightBias, StandardBias: 0 } }
}));
const zone = zones[0] as Entity;

/** How the site writes dates and numbers, and its time zone. */
export function regionalSettings(call: Call): Entity {
  const { id, order, dateSeparator, decimal, thousand, clock24 } = call.site.locale;
  return {
    kind: 'entity',
    type: 'SP.RegionalSettings',
    edit: 'Web/RegionalSettings',
    properties: {
      AdjustHijriDays: 0,
      AlternateCalendarType: 0,
      AM: 'AM',
      CalendarType: 1,
      Collation: 25,
      CollationLCID: 1033,
      DateFormat: order === 'dmy' ? 1 : 0,
      DateSeparator: dateSeparator,
      DecimalSeparator: decimal,
      DigitGrouping: '3;0',
      FirstDayOfWeek: 1,
      FirstWeekOfYear: 2,
      IsEastAsia: false,
      IsRightToLeft: false,
      IsUIRightToLeft: false,
      ListSeparator: decimal === ',' ? ';' : ',',
      LocaleId: id,
      NegativeSign: '-',
      NegNumberMode: 1,
      PM: 'PM',
      PositiveSign: '',
      ShowWeeks: false,
      ThousandSeparator: thousand,
      Time24: clock24,
      TimeMarkerPosition: 0,
      TimeSeparator: ':',
      WorkDayEndHour: 1020,
      WorkDays: 62,
      WorkDayStartHour: 480
    },
    links: { TimeZone: () => zone, TimeZones: () => ({ kind: 'collection', set: 'SP.ApiData.TimeZones', entities: zones }) }
  };
}

const momentIn = (segment: Segment, name: string): number => {
  const moment = Date.parse(textArgument(segment, name).replace(/Z?$/, 'Z'));
  // SharePoint's dates are from 1900 to 8900.
  if (!(moment >= Date.UTC(1900, 0, 1) && moment < Date.UTC(8901, 0, 1))) throw invalidArgument(`The parameter ${name} is not a date.`);
  return moment;
};

const timeZoneResource = (): Resource =>
  withChildren(
    entityResource(() => zone),
    {
      localtimetoutc: (segment) => ({
        post: () => value('LocalTimeToUTC', isoSeconds(fromSiteTime(momentIn(segment, 'date'))), 'Edm.DateTime')
      }),
      utctolocaltime: (segment) => ({
        post: () => value('UTCToLocalTime', isoSeconds(toSiteTime(momentIn(segment, 'date'))).replace('Z', ''), 'Edm.DateTime')
      })
    }
  );

/** The site's regional settings. Its language can be changed to one that is known here. */
export const regionalSettingsResource = (call: Call): Resource =>
  withChildren(
    entityResource(() => regionalSettings(call), {
      merge: (changes) => {
        call.access.web(permission.manageWeb);
        for (const [name, given] of plainProperties(changes)) {
          if (name !== 'LocaleId') throw unknownProperty(name, 'SP.RegionalSettings');
          if (typeof given !== 'number' || !locales.has(given)) {
            throw invalidArgument(
              `The local SharePoint does not have the LocaleId ${String(given)}. It has ${[...locales.keys()].join(', ')}.`
            );
          }
          call.site.keep('locale', given);
        }
        return nothing();
      }
    }),
    {
      timezone: timeZoneResource,
      timezones: () =>
        withChildren(
          collectionResource('SP.ApiData.TimeZones', () => zones),
          {
            getbyid: (segment) => {
              const id = numberArgument(segment, 'id');
              const found = zones.find(({ properties }) => properties.Id === id);
              if (!found) throw invalidArgument('Value does not fall within the expected range.');
              return { ...entityResource(() => found), post: () => found };
            }
          }
        ),
      installedlanguages: () => ({
        get: () =>
          value('InstalledLanguages', { Items: [{ DisplayName: 'English', LanguageTag: 'en-US', Lcid: 1033 }] }, 'SP.LanguageCollection')
      })
    }
  );
