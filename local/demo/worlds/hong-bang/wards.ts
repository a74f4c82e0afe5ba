/** In small wards one person is award officer, council secretary and records clerk. */
export interface Ward {
  readonly key: string;
  readonly name: string;
  readonly chairman: string;
  readonly deputy: string;
  readonly officer: string;
  readonly clerk?: string;
  readonly police: string;
  readonly front: string;
  readonly women: string;
  readonly veterans: string;
}

export const wards: readonly Ward[] = [
  {
    key: 'haly',
    name: 'Hạ Lý',
    chairman: 'Đặng Quốc Toản',
    deputy: 'Vũ Thị Thu Hường',
    officer: 'Phạm Ngọc Diệp',
    police: 'Nguyễn Duy Khang',
    front: 'Lương Thị Xuyến',
    women: 'Bùi Thị Kim Oanh',
    veterans: 'Trịnh Văn Sáu',
  },
  {
    key: 'hvthu',
    name: 'Hoàng Văn Thụ',
    chairman: 'Lê Thị Minh Nguyệt',
    deputy: 'Đỗ Hải Đăng',
    officer: 'Trần Thị Hoài An',
    clerk: 'Ngô Phương Thảo',
    police: 'Hoàng Trung Dũng',
    front: 'Phạm Văn Chiến',
    women: 'Nguyễn Thị Lụa',
    veterans: 'Cao Xuân Bách',
  },
  {
    key: 'hungvuong',
    name: 'Hùng Vương',
    chairman: 'Mai Văn Thắng',
    deputy: 'Nguyễn Thị Bích Phượng',
    officer: 'Đinh Quang Huy',
    clerk: 'Vũ Thị Ngà',
    police: 'Phùng Đức Cảnh',
    front: 'Tạ Thị Hồng Vân',
    women: 'Lại Thị Mơ',
    veterans: 'Bùi Văn Đoàn',
  },
  {
    key: 'minhkhai',
    name: 'Minh Khai',
    chairman: 'Hoàng Thế Anh',
    deputy: 'Trần Thị Lan Phương',
    officer: 'Nguyễn Thị Thùy Dương',
    clerk: 'Đoàn Thị Bảo Yến',
    police: 'Lưu Quang Vinh',
    front: 'Phạm Thị Thoa',
    women: 'Vũ Thị Nhài',
    veterans: 'Nguyễn Xuân Trường',
  },
  {
    key: 'pbchau',
    name: 'Phan Bội Châu',
    chairman: 'Tô Thị Hải Yến',
    deputy: 'Phạm Minh Hoàng',
    officer: 'Lê Trọng Nghĩa',
    police: 'Đào Văn Lộc',
    front: 'Nguyễn Thị Tố Nga',
    women: 'Hà Thị Quyên',
    veterans: 'Vũ Đình Chính',
  },
  {
    key: 'quantoan',
    name: 'Quán Toan',
    chairman: 'Phạm Công Thành',
    deputy: 'Đỗ Thị Mai Hiên',
    officer: 'Bùi Thị Thanh Tâm',
    clerk: 'Nguyễn Khắc Hiếu',
    police: 'Trần Văn Quyết',
    front: 'Đặng Văn Hợi',
    women: 'Phạm Thị Lý',
    veterans: 'Lê Văn Nhường',
  },
  {
    key: 'sodau',
    name: 'Sở Dầu',
    chairman: 'Nguyễn Hữu Phước',
    deputy: 'Lê Thị Thanh Huyền',
    officer: 'Vũ Hoàng Nam',
    clerk: 'Phạm Thị Diễm',
    police: 'Đỗ Mạnh Cường',
    front: 'Nguyễn Thị Vẻ',
    women: 'Trần Thị Ngọt',
    veterans: 'Hoàng Văn Tiệp',
  },
  {
    key: 'thuongly',
    name: 'Thượng Lý',
    chairman: 'Vũ Đức Hạnh',
    deputy: 'Nguyễn Thị Hương Giang',
    officer: 'Đào Thị Kim Chi',
    police: 'Phạm Huy Lượng',
    front: 'Bùi Thị Thìn',
    women: 'Đỗ Thị Hợp',
    veterans: 'Nguyễn Văn Bốn',
  },
  {
    key: 'traichuoi',
    name: 'Trại Chuối',
    chairman: 'Trần Đình Khôi',
    deputy: 'Phạm Thị Việt Hà',
    officer: 'Lê Thị Ngọc Ánh',
    clerk: 'Đinh Thị Thu',
    police: 'Nguyễn Bá Hưng',
    front: 'Lưu Thị Chinh',
    women: 'Vũ Thị Hằng Nga',
    veterans: 'Mạc Văn Kỳ',
  },
];
