/** Orders, decorations and offices: they stand behind a surname alone as well ("Councillor Smith OBE"). */
const orders =
  'OBE MBE CBE KBE DBE GBE BEM KCB DCB GCB CMG KCMG CVO LVO MVO KCVO RVM ISO QPM KPM QFSM KFSM QGM KGM QVRM KVRM QAM VRD ERD DSO DSC DFC AFC HVO JP DL MP QC KC MSP MEP MLA MHK';

/** Shorter ones, degrees, and memberships of chartered bodies: they count behind a whole name only. */
const qualifications =
  'CB CH OM GC GM TD RD VR CD MC MM VL AM AS MS PC CC Esq Bt Bart Kt ' +
  'BA BSc MSt MStJ OStJ CStJ FCIHort MCIHort MA MSc MPhil PhD DPhil DSc DLitt DUniv EdD DBA MBA MPA MEd BEd BEng MEng BCom BCL LLB LLM LLD BMus MusB MusM MMus MB BS MBBS ChB MBChB BM ' +
  'BCh MD BDS LDS BVSc BTh MTh MRes MLitt MFA HND HNC Dip DipEd DipHE PGDip PGCert PGCE PGCLL Cert CertEd DMS DPHS PHCM RGN SRN RMN Hons Oxon Cantab Tech Grad GradIO ' +
  'FRSA FRS FRSE FRGS FRAS FRSPH FRHistS FRAgS ARAgs FLS FGS FSA FBA FCA ACA FCCA ACCA FCMA ACMA CIPFA CPFA CTA ATII FCIS ACIS ACIB FCIB FIA ' +
  'FRICS MRICS ARICS RICS RCS FRIBA ARIBA RIBA FRTPI MRTPI FCIOB MCIOB FCIH MCIH FICE MICE FIET MIET FIMechE MIMechE FCIHT MCIHT MCIAT FCIAT CEng IEng CPhys CChem CBiol CSci ' +
  'FICM MICM FCIPD MCIPD FCMI MCMI FCIM MCIM FCIPR MCIPR FCIPS MCIPS FCIEH MCIEH FCIArb MCIArb FCILEx FInstLEx FInstLM MInstLM FIoD MIoD FCSI FBCS MBCS FHEA SFHEA FQI ' +
  'FRCP MRCP FRCS MRCS FRCGP MRCGP FRCN FRCA FRCVS MRCVS MRCPsych FRCPsych MRPharmS FRPharmS FCOptom MCOptom FRPSL AMIRTE AMSOE';

const inOwnSpelling = (list: string): Map<string, string> => new Map(list.split(' ').map((honour) => [honour.toLowerCase(), honour]));
const knownOrders = inOwnSpelling(orders);
const known = new Map([...knownOrders, ...inOwnSpelling(qualifications)]);

const bare = (word: string): string => word.replace(/[().,;']/g, '');

/** Whether a word is written as honours are: in its own spelling, in capitals ("BSC") or with dots ("O.B.E."). */
const isWrittenSo = (word: string, spelling: string): boolean =>
  bare(word) === spelling || (bare(word) === bare(word).toUpperCase() && bare(word).length > 1) || /\w\.\w/.test(word);

/** Whether a word behind a whole name is an honour, a degree or a membership. */
export function isHonour(word: string): boolean {
  if (/^(?:hons?|ph\.?d)$/i.test(bare(word))) return true;
  const spelling = known.get(bare(word).toLowerCase());
  return spelling !== undefined && isWrittenSo(word, spelling);
}

/** Whether a word is an honour even behind a surname alone. "Wei MA" is a name. */
export function isOrder(word: string): boolean {
  const spelling = knownOrders.get(bare(word).toLowerCase());
  return spelling !== undefined && isWrittenSo(word, spelling);
}

/** Honours in one text, in their order: "BA (Hons) MA". */
export function joinHonours(honours: string[]): string {
  return honours
    .map((honour) => (/^hons?$/i.test(bare(honour)) ? '(Hons)' : (known.get(bare(honour).toLowerCase()) ?? bare(honour))))
    .join(' ');
}
