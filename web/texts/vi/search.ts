/** Search among the cases that one may read. */
export const search = {
  'search.title': 'Tìm hồ sơ',
  'search.label': 'Tìm theo tên đối tượng, mô hình, cơ quan hoặc mã theo dõi',
  'search.hint':
    'Có dấu hay không dấu đều được; gõ sai một chữ cái vẫn tìm được. Cơ quan tìm được cả theo tên cũ. Không có trường hợp bảo mật.',
  'search.button': 'Tìm',
  'search.found': 'Tìm “{typed}”: {count} hồ sơ',
  'search.none': 'Không tìm thấy hồ sơ nào với “{typed}”',
  'search.noneHint':
    'Chỉ tìm trong các hồ sơ mà cơ quan của ông/bà được xem. Thử gõ ít từ hơn, hoặc chỉ gõ tên.',
  'search.near': 'Không có tên nào đúng như đã gõ; dưới đây là các tên khác một chữ cái.',
  'search.offices': 'Gồm cả hồ sơ do cơ quan mang tên này, hoặc cơ quan kế tục, lập: {offices}.',
  'search.more': 'Còn hồ sơ khác chưa hiện ra. Gõ thêm họ và tên đệm để thu hẹp.',
} as const;
