/** Why a command for operators can't be done, in both languages: whoever reads this sits at a terminal. */
const texts = {
  ExportFolderTaken: ({ folder }) => [
    `Thư mục ${folder} đã có tệp; hãy chọn một thư mục mới.`,
    `The folder ${folder} already holds files; choose a new one.`,
  ],
  OfficeMissing: ({ place }) => [
    `Không thấy kho dữ liệu ${place}, hoặc kho chưa từng chạy.`,
    `There is no data file ${place}, or it was never served.`,
  ],
  PersonUnknown: ({ name }) => [
    `Không có người nào có tên đăng nhập hoặc mã ${name}.`,
    `Nobody has the user name or id ${name}.`,
  ],
  AdministratorThere: () => [
    'Nơi này đã có quản trị đầu tiên. Người khác được thêm ở trang Thiết lập; để đặt lại tài khoản của một quản trị: --person TÊN_ĐĂNG_NHẬP.',
    'The first administrator is there already. Others are added on the set-up pages; to reset the account of an administrator: --person USERNAME.',
  ],
  NothingTyped: () => ['Đã dừng, chưa lưu gì.', 'Ended; nothing was saved.'],
  AdministratorUnknown: ({ name }) => [
    `Không có quản trị nào có tên đăng nhập hoặc mã ${name}.`,
    `No administrator has the user name or id ${name}.`,
  ],
  FounderWrong: ({ field, vi, en }) => [
    `Thiếu hoặc chưa đúng: ${field}. ${vi}`,
    `Missing or wrong: ${field}. ${en}`,
  ],
  OfficeRuns: ({ vi, en }) => [
    `Kho dữ liệu đang được dùng (${vi}); hãy dừng chương trình ấy trước.`,
    `The data file is in use by ${en}; end that program first.`,
  ],
  NotOurs: ({ place }) => [
    `${place} thuộc người dùng khác của máy này hoặc là nơi dùng chung. Hãy chạy lệnh bằng đúng người dùng sở hữu, đổi chủ sở hữu, hoặc chọn thư mục khác bằng --data.`,
    `${place} belongs to another user of this machine, or is shared by all. Run this as its owner, change the owner, or name another folder with --data.`,
  ],
  OfficeThere: ({ folder }) => [
    `Thư mục ${folder} đã có kho dữ liệu của một cơ quan. Hãy khôi phục vào một thư mục mới; bản đang có để nguyên.`,
    `The folder ${folder} already holds an office. Restore into a new folder; what is here stays as it is.`,
  ],
  RestoreFolderTaken: ({ folder, found }) => [
    `Thư mục ${folder} đã có tệp (${found}); hãy khôi phục vào một thư mục mới.`,
    `The folder ${folder} already holds files (${found}); restore into a new one.`,
  ],
  RestoreUnfinished: ({ folder }) => [
    `Lần khôi phục vào thư mục ${folder} chưa xong: hãy chạy lại "npm run restore", hoặc khôi phục vào một thư mục mới.`,
    `A restore into the folder ${folder} was not finished: run "npm run restore" again, or restore into a new folder.`,
  ],
  BackupTooNew: ({ reason }) => [
    `Bản sao lưu do một phiên bản mới hơn của chương trình tạo ra; hãy khôi phục bằng phiên bản ấy (${reason}).`,
    `The backup was made by a newer version of the program; restore it with that one (${reason}).`,
  ],
  DataFileUnsound: ({ part, reason }) => [
    `${part} không dùng được (${reason}); hãy dùng một bản sao lưu khác.`,
    `${part} can't be used (${reason}); take another backup.`,
  ],
  KeysMissing: ({ part }) => [
    `Không có ${part}: thiếu tệp khóa này thì không đọc được số định danh, không đăng nhập được bằng mã 6 chữ số cũ. Hãy đặt tệp ấy vào bản sao lưu, hoặc thêm --without-keys.`,
    `There is no ${part}: without this key file id numbers can't be read, nor the old second factors. Put it into the backup, or say --without-keys.`,
  ],
  ImportUnfinished: () => [
    'Lần nhập dữ liệu vào kho này chưa xong: hãy chạy lại "npm run import" với cùng bản xuất, hoặc nhập vào một kho mới.',
    'An import into this office was not finished: run "npm run import" again from the same export, or import into a new office.',
  ],
  ChainsBroken: ({ faults }) => [
    `Chuỗi lịch sử không khớp: ${faults}. Nếu có người làm việc trong lúc xuất, hãy xuất lại khi đã dừng; nếu vẫn vậy, thêm --with-faults để các sai lệch được ghi trong bản xuất.`,
    `Histories don't verify: ${faults}. If people were at work meanwhile, stop the office and export again; if they still don't, --with-faults writes the faults into the export.`,
  ],
  CodeMistyped: ({ typed }) => [
    `Mã ${typed} không đúng: có ký tự chép sai. Hãy xem lại trên giấy.`,
    `The code ${typed} can't be right: a character was mistyped. Look at the paper again.`,
  ],
  ManifestMissing: ({ folder }) => [
    `Thư mục ${folder} không có manifest.json: đây không phải một bản xuất hay bản sao lưu đầy đủ.`,
    `The folder ${folder} has no manifest.json: it is not a whole export or backup.`,
  ],
  ManifestUnreadable: ({ reason }) => [
    `Không đọc được manifest.json (${reason}).`,
    `manifest.json can't be read (${reason}).`,
  ],
  FormatDiffers: ({ found, wanted }) => [
    `Đây là ${found}, không phải ${wanted}: bản xuất nhập bằng "npm run import", bản sao lưu khôi phục bằng "npm run restore".`,
    `This is ${found}, not ${wanted}: "npm run import" takes an export, "npm run restore" a backup.`,
  ],
  ProofDiffers: ({ proof, wanted }) => [
    `Đây không phải bản cần dùng: mã của bản này là ${proof}, mã đã ghi lại là ${wanted}.`,
    `This is another one: its proof is ${proof}, the one that was noted down is ${wanted}.`,
  ],
  VersionUnknown: ({ found, known }) => [
    `Bản này có định dạng phiên bản ${found}; chương trình này chỉ đọc phiên bản ${known}.`,
    `This has format version ${found}; this program reads version ${known} only.`,
  ],
  PartMissing: ({ part }) => [`Thiếu ${part}.`, `It lacks ${part}.`],
  PartResized: ({ part, found, told }) => [
    `${part} bị cắt ngắn hoặc đã bị thay đổi: có ${found} byte, manifest.json ghi ${told}.`,
    `${part} was cut off or altered: it has ${found} bytes, manifest.json says ${told}.`,
  ],
  PartAltered: ({ part }) => [
    `${part} đã bị thay đổi: mã kiểm tra không khớp với manifest.json.`,
    `${part} was altered: its hash is not the one in manifest.json.`,
  ],
  PartCutOff: ({ part, found, told }) => [
    `${part} bị cắt ngắn: có ${found} mục trên ${told}.`,
    `${part} was cut off: it holds ${found} items of ${told}.`,
  ],
  LineWrong: ({ part, line, reason }) => [
    `${part}, dòng ${line}: không đúng (${reason}).`,
    `${part}, line ${line}: wrong (${reason}).`,
  ],
  HistoriesDiffer: ({ part }) => [
    `Lịch sử trong ${part} không khớp với manifest.json.`,
    `The histories in ${part} are not those of manifest.json.`,
  ],
  VaultKeysMissing: ({ part }) => [
    `Không có ${part}: thiếu khóa này thì không đọc được số định danh. Hãy đặt tệp khóa vào thư mục, hoặc thêm --without-vault.`,
    `There is no ${part}: without the vault's keys id numbers can't be read. Put the file into the folder, or say --without-vault.`,
  ],
  OfficeNotEmpty: ({ found }) => [
    `Kho nhận không trống (đã có ${found}); chỉ nhập được vào một kho mới.`,
    `The office is not empty (it holds ${found}); an import needs a new one.`,
  ],
  ImportedAlready: () => [
    'Bản xuất này đã được nhập đủ vào kho.',
    'This export was imported here already, all of it.',
  ],
  OtherImportUnfinished: () => [
    'Kho này đang nhập dở một bản xuất khác.',
    'An import of another export into this office was not finished.',
  ],
  ImportDiffers: ({ what }) => [
    `Đọc lại sau khi nhập thấy khác bản xuất: ${what}. Kho này không dùng được.`,
    `Read back, the office differs from the export: ${what}. It can't be used.`,
  ],
} satisfies Record<string, (facts: Readonly<Record<string, string | number>>) => readonly [string, string]>;

export type TransferFault = keyof typeof texts;

/** Nothing was written, unless the fault says so. */
export class TransferRefused extends Error {
  readonly code: TransferFault;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: TransferFault, facts: Readonly<Record<string, string | number>> = {}) {
    super(texts[code](facts).join('\n'));
    this.name = 'TransferRefused';
    this.code = code;
    this.facts = facts;
  }
}
