/** Orders, decorations, offices, degrees and memberships that stand behind names in the United Kingdom. */
const known = new Set(
  (
    'OBE MBE CBE KBE DBE GBE BEM CB KCB DCB GCB CMG KCMG CVO LVO MVO KCVO RVM CH OM ISO GC GM QPM KPM QFSM KFSM QGM KGM QVRM KVRM QAM ' +
    'TD RD VR VRD ERD CD DSO DSC MC DFC AFC MM HVO JP DL VL QC KC MP AM AS MS MSP MEP MLA MHK CC Esq Bt Bart Kt PC ' +
    'BA BSc MA MSc MPhil PhD DPhil DSc DLitt DUniv EdD DBA MBA MPA MEd BEd BEng MEng BCom BCL LLB LLM LLD BMus MusB MusM MMus MB BS MBBS ChB MBChB BM ' +
    'BCh MD BDS LDS BVSc BTh MTh MRes MLitt MFA HND HNC Dip DipEd DipHE PGDip PGCert PGCE Cert CertEd DMS RGN SRN RMN CEng IEng ' +
    'PGCLL DPHS PHCM RCS RICS Tech Grad GradIO FCOptom MCOptom FRAgS FInstLEx AMIRTE AMSOE MCIPD CPhys CChem CBiol CSci ARAgs FQI FGS ARIBA RIBA ARICS ACA ACCA ACMA ACIS ACIB CPFA CIPFA CTA ATII Hons Oxon Cantab'
  ).split(' ')
);

const byLetters = new Map([...known].map((honour) => [honour.toLowerCase(), honour]));

/** Fellows and members of chartered bodies: FRSA, MRICS, FCIOB, MRTPI. */
const institute = /^(?:[FMA](?:R[A-Z]{1,5}|C[A-Z]{2,5}|I[A-Z]{2,5})|F(?:CA|SA|BA|RS|LS|GS|BCS|HEA))$/;
/** Surnames in capitals that look like the above. */
const surnames = new Set([
  'FRASER',
  'MERCER',
  'MASON',
  'MILLS',
  'FOREY',
  'FRANCIS',
  'ARMSTRONG',
  'MARPER',
  'MILES',
  'MICKS',
  'FRITH',
  'FROST',
  'MCKAY',
  'ACKER'
]);

/** Whether a word is an honour: in capitals, in its own spelling, or with dots ("O.B.E."). */
export function isHonour(word: string): boolean {
  const bare = word.replace(/[().,;']/g, '');
  if (bare === '' || surnames.has(bare.toUpperCase())) return false;
  if (known.has(bare) || institute.test(bare)) return true;
  if (/^(?:hons?|ph\.?d)$/i.test(bare)) return true;
  // Dotted, or in capitals where the usual spelling is mixed ("BSC").
  return byLetters.has(bare.toLowerCase()) && bare.length > 1 && (/\w\.\w/.test(word) || bare === bare.toUpperCase());
}

/** Honours in one text, in their order: "BA (Hons) MA". */
export function joinHonours(honours: string[]): string {
  return honours
    .map((honour) => {
      const bare = honour.replace(/[().,;]/g, '');
      return /^hons?$/i.test(bare) ? '(Hons)' : (byLetters.get(bare.toLowerCase()) ?? bare);
    })
    .join(' ');
}
