/** Mẫu danh sách để tải về, và danh sách của các đợt trước. */
export const listColumns = {
  'imports.template': 'Tải mẫu danh sách (.xlsx)',
  'imports.earlier': 'Lấy lại danh sách của đợt trước',
  'imports.earlierExplained':
    'Chọn đợt xét mà cơ quan đã đề nghị. Tên, năm sinh, chức vụ, đơn vị được đưa vào ô dán để sửa; thành tích để trống, viết lại cho năm nay. Chưa có gì được lưu.',
  'imports.earlierNone': 'Chưa có đợt nào có hồ sơ đã gửi.',
  'imports.earlierRound': 'Đợt xét',
  'imports.earlierYear': 'Năm',
  'imports.earlierCount': 'Số đề nghị',
  'imports.head.name': 'Họ và tên',
  'imports.what.name':
    'Bắt buộc. Họ và tên cá nhân, tên tập thể, hoặc “Hộ gia đình ông Nguyễn Văn A”. Viết “Ông”, “Bà” phía trước cũng được.',
  'imports.head.kind': 'Loại đối tượng',
  'imports.what.kind':
    'Cá nhân, Tập thể hoặc Hộ gia đình. Có thể để trống nếu danh sách chia mục “I. TẬP THỂ”, “II. CÁ NHÂN”.',
  'imports.head.birthYear': 'Năm sinh',
  'imports.what.birthYear':
    'Của cá nhân: 1965 hoặc 12/03/1965. Có thể tách hai cột con “Nam”, “Nữ” dưới “Năm sinh”.',
  'imports.head.gender': 'Giới tính',
  'imports.what.gender': 'Nam hoặc Nữ. Để trống nếu đã viết “Ông”, “Bà”.',
  'imports.head.title': 'Chức vụ',
  'imports.what.title': 'Chức vụ, nhiệm vụ của cá nhân, nếu có.',
  'imports.head.unit': 'Đơn vị',
  'imports.what.unit':
    'Bắt buộc. Đơn vị công tác hoặc nơi cư trú, như sẽ ghi trên quyết định. Một cột “Chức vụ, đơn vị” cũng được: trước dấu phẩy là chức vụ.',
  'imports.head.residentialGroup': 'Tổ dân phố',
  'imports.what.residentialGroup': 'Tổ dân phố, khu dân cư, thôn, nếu có.',
  'imports.head.representative': 'Người đại diện',
  'imports.what.representative': 'Của tập thể, hộ gia đình.',
  'imports.head.idNumber': 'Số định danh cá nhân',
  'imports.what.idNumber':
    '12 chữ số (CMND cũ: 9 chữ số), nếu có. Định dạng ô là văn bản (Text) để Excel giữ các số 0 ở đầu.',
  'imports.head.form': 'Hình thức khen thưởng',
  'imports.what.form': 'Để trống thì lấy hình thức chọn trên trang nhập.',
  'imports.head.achievementFrom': 'Từ ngày',
  'imports.what.achievementFrom': 'Ngày bắt đầu của thành tích: 01/12/2019, 12/2019 hoặc 2019.',
  'imports.head.achievementTo': 'Đến ngày',
  'imports.what.achievementTo': 'Ngày kết thúc của thành tích.',
  'imports.head.citation': 'Nội dung khen',
  'imports.what.citation': 'Câu ghi trên bằng, không quá 600 ký tự.',
  'imports.head.report': 'Thành tích',
  'imports.what.report': 'Tóm tắt thành tích, không quá 9.000 ký tự.',
  'imports.head.proposer': 'Người đề xuất',
  'imports.what.proposer': 'Người hoặc nơi đề xuất; để trống thì lấy tên ghi trên trang nhập.',
  'imports.sheet.list': 'Danh sách',
  'imports.sheet.guide': 'Hướng dẫn',
  'imports.sheet.column': 'Cột',
  'imports.sheet.what': 'Ghi gì',
  'imports.sheet.sections':
    'Các dòng “I. TẬP THỂ”, “II. CÁ NHÂN”, “III. HỘ GIA ĐÌNH”, dòng tên cơ quan và dòng trống được nhận ra, không tính là người.',
  'imports.sheet.rest': 'Cột nào không dùng thì xóa cột đó. Thứ tự các cột không quan trọng.',
} as const;
