/** Vietnamese texts, the first language of every page, problem and notice. Words: docs/glossary.md. */
export const vi = {
  // Refusals: what is wrong and how to mend it
  'refusal.BodyNotJson': 'Nội dung gửi lên không phải JSON hợp lệ. Kiểm tra lại cú pháp rồi gửi lại.',
  'refusal.BodyTooLarge':
    'Nội dung gửi lên vượt quá 256 kB. Rút gọn nội dung; tệp đính kèm được tải lên riêng.',
  'refusal.MediaTypeUnsupported':
    'Kiểu nội dung không được hỗ trợ. Gửi với Content-Type là application/json, hoặc dùng biểu mẫu trên trang.',
  'refusal.InputInvalid': 'Có nội dung chưa hợp lệ. Sửa các mục được đánh dấu rồi gửi lại.',
  'refusal.RouteNotFound': 'Không có trang nào ở địa chỉ này. Kiểm tra lại đường dẫn hoặc quay về trang đầu.',
  'refusal.MethodNotAllowed':
    'Địa chỉ này không nhận thao tác vừa gửi. Xem các thao tác được phép tại /api/openapi.json.',
  'refusal.TooManyRequests': 'Có quá nhiều yêu cầu trong thời gian ngắn. Chờ ít phút rồi thử lại.',
  'refusal.TooManyAtOnce':
    'Máy của bạn đang gửi quá nhiều yêu cầu cùng một lúc nên yêu cầu này chưa được nhận. Chờ vài giây rồi gửi lại.',
  'refusal.ServerOverloaded':
    'Hệ thống đang quá tải nên yêu cầu này chưa được nhận. Chờ vài giây rồi gửi lại.',
  'refusal.StoreBusy': 'Hệ thống đang bận nên chưa lưu nội dung vừa gửi. Chờ giây lát rồi gửi lại.',
  'refusal.StorageFailing':
    'Máy chủ không ghi được dữ liệu (ổ đĩa đầy, bị khóa ghi hoặc hỏng) nên nội dung vừa gửi chưa được lưu. Chờ ít phút rồi gửi lại; nếu vẫn không được, báo người quản trị kiểm tra ổ đĩa.',
  'refusal.TokenMissing': 'Yêu cầu chưa kèm mã truy cập. Gửi mã trong tiêu đề “Authorization: Bearer …”.',
  'refusal.TokenMalformed': 'Mã truy cập sai định dạng. Kiểm tra xem đã chép đủ mã chưa, hoặc lấy mã mới.',
  'refusal.TokenExpired': 'Mã truy cập đã hết hạn. Lấy mã mới rồi gửi lại.',
  'refusal.TokenInvalid':
    'Mã truy cập không có giá trị ở hệ thống này. Lấy mã mới do hệ thống này cấp rồi gửi lại.',
  'refusal.SignInNeeded': 'Chưa đăng nhập hoặc phiên đăng nhập đã kết thúc. Đăng nhập rồi thực hiện lại.',
  'refusal.SignInTooWeak':
    'Việc này có giá trị như chữ ký nên cần đăng nhập bằng hai yếu tố. Đăng nhập lại bằng yếu tố xác thực thứ hai rồi thực hiện lại.',
  'refusal.FormExpired':
    'Biểu mẫu đã hết hiệu lực nên chưa được ghi nhận. Nếu nội dung còn trên trang, đọc lại, đúng là của mình thì gửi; nếu không, tải lại trang.',
  'refusal.ActNotYours':
    'Việc này do vị trí công tác khác thực hiện. Chuyển cho người được giao, hoặc nhờ quản trị hệ thống kiểm tra lại vị trí công tác đã ghi nhận.',
  'refusal.PostEnded':
    'Thời hạn giữ vị trí công tác để làm việc này chưa đến hoặc đã hết. Chuyển cho người đang giữ vị trí, hoặc nhờ quản trị hệ thống cập nhật.',
  'refusal.ConflictOfInterest':
    'Không được xử lý hồ sơ của chính mình hoặc hộ gia đình mình, hồ sơ do mình đề xuất, và không được quyết định hồ sơ do mình thẩm định. Chuyển cho người khác xử lý.',
  'refusal.RevealNeedsReason':
    'Xem nội dung trường hợp bảo mật phải ghi lý do. Nhập lý do rồi xem; lần xem này được ghi vào lịch sử hồ sơ.',
  'refusal.CaseNotFound':
    'Không tìm thấy hồ sơ trong phạm vi được xem. Kiểm tra lại đường dẫn, hoặc liên hệ cơ quan lập hồ sơ.',
  'refusal.ListNotFound':
    'Không tìm thấy danh sách trong phạm vi được xem. Kiểm tra lại đường dẫn, hoặc liên hệ cơ quan lập danh sách.',
  'refusal.PastDecisionNotFound':
    'Không tìm thấy quyết định đã nhập này trong phạm vi được xem. Kiểm tra lại đường dẫn, hoặc liên hệ cơ quan đã nhập.',
  'refusal.PastDecisionDoubled':
    'Quyết định số {number} ngày {day} của cơ quan ban hành này đã được nhập. Mở quyết định đó để xem hoặc đính chính; nếu đã nhập nhầm thì rút quyết định đó trước.',
  'refusal.PastDecisionWithdrawn':
    'Quyết định này đã được rút hoặc chưa nhập xong nên không sửa được từng dòng. Nhập lại quyết định nếu cần.',
  'refusal.PastIdentityOpen':
    'Có dòng trùng tên, năm sinh với đối tượng đã có hoặc với dòng khác. Trả lời “cùng một người” hoặc “trùng tên” cho từng dòng.',
  'refusal.CeremonyNotFound':
    'Không tìm thấy buổi trao tặng này. Kiểm tra lại đường dẫn, hoặc liên hệ cơ quan tổ chức.',
  'refusal.RoundNotFound': 'Không tìm thấy đợt xét khen thưởng này. Chọn một đợt xét đang mở.',
  'refusal.SubjectNotFound':
    'Không tìm thấy cá nhân, tập thể hoặc hộ gia đình này. Chọn lại từ danh sách gợi ý, hoặc nhập mới.',
  'refusal.SlipNotFound':
    'Không tìm thấy phiếu đề xuất này trong phạm vi được xem. Kiểm tra lại đường dẫn, hoặc liên hệ cơ quan nhận phiếu.',
  'refusal.SlipLinkNotFound':
    'Đường dẫn này không nhận phiếu đề xuất: đã được thay, đã đóng, hoặc chép thiếu ký tự. Quét lại mã QR trên thông báo mới nhất, hoặc hỏi Ủy ban nhân dân phường, xã.',
  'refusal.SlipsClosed':
    'Đợt xét khen thưởng này đã hết hạn nhận phiếu đề xuất ngày {day}. Liên hệ Ủy ban nhân dân phường, xã để đề xuất vào đợt sau.',
  'refusal.SlipsFull':
    'Đường dẫn này đã nhận đủ số phiếu của hôm nay. Giữ nội dung đã ghi và gửi lại vào ngày mai, hoặc gặp trực tiếp cán bộ phường, xã.',
  'refusal.SlipLinkShown':
    'Đường dẫn nhận phiếu chỉ hiện một lần và lần gửi này đã được xử lý. Nếu chưa in hoặc chưa chép lại được, bấm “Đổi đường dẫn” để cấp đường dẫn mới.',
  'refusal.SlipSettled':
    'Phiếu đề xuất này đã được xử lý hoặc đã xóa nội dung. Mở lại phiếu để xem ai đã xử lý và kết quả.',
  'refusal.SlipNotMergeable':
    'Chỉ gộp được vào bản nháp chưa gửi của cơ quan mình, hoặc vào một phiếu khác đang chờ xử lý. Chọn lại nơi gộp.',
  'refusal.PublicCodeNotFound':
    'Không có hồ sơ nào mang mã tra cứu này. Kiểm tra lại từng ký tự của mã trên trang hồ sơ.',
  'refusal.FileNotFound': 'Không tìm thấy tệp này. Mở lại hồ sơ hoặc danh sách để lấy đường dẫn mới.',
  'refusal.OrganisationUnknown':
    'Cơ quan, đơn vị này không có hoặc không còn hoạt động tại ngày thực hiện. Chọn cơ quan, đơn vị trong danh mục.',
  'refusal.OrganisationForeign':
    'Không được thực hiện việc này thay cho cơ quan, đơn vị khác. Chọn cơ quan, đơn vị mình đang công tác, hoặc người thuộc nơi đang giữ hồ sơ.',
  'refusal.IdempotencyKeyMissing':
    'Yêu cầu chưa có khóa chống gửi trùng. Thêm tiêu đề Idempotency-Key với một giá trị mới cho mỗi thao tác.',
  'refusal.IdempotencyKeyReused':
    'Khóa chống gửi trùng này đã dùng cho một nội dung khác. Dùng khóa mới cho nội dung mới.',
  'refusal.IfMatchMissing':
    'Yêu cầu sửa chưa ghi phiên bản đã xem. Đọc lại hồ sơ và gửi kèm tiêu đề If-Match với giá trị ETag vừa nhận.',
  'refusal.EditStale':
    'Nội dung đã được người khác cập nhật sau khi trang này được mở. Tải lại trang, đối chiếu rồi sửa lại.',
  'refusal.CaseMovedOn':
    'Hồ sơ không còn ở tình trạng cho phép làm việc này. Tải lại trang để xem diễn biến mới nhất của hồ sơ.',
  'refusal.CaseIsMoving':
    'Hồ sơ đang chuyển sang bước tiếp theo. Chờ giây lát, tải lại trang rồi thực hiện lại.',
  'refusal.ListMovedOn':
    'Danh sách không còn ở tình trạng cho phép làm việc này. Tải lại trang để xem tình trạng mới nhất của danh sách.',
  'refusal.AwardNotOpenInRound':
    'Đợt xét này không xét hình thức khen thưởng đã chọn. Chọn hình thức khác hoặc chọn đợt xét khác.',
  'refusal.RoundNotOpen':
    'Đợt xét bắt đầu nhận hồ sơ từ ngày {opensOn}. Bản nháp đã được lưu; gửi hồ sơ từ ngày đó.',
  'refusal.ClosingDayPassed':
    'Đã hết hạn nhận hồ sơ của đợt xét (ngày {closingDay}). Đề nghị cơ quan chủ trì đợt xét cho nhận muộn và ghi rõ lý do, hoặc chọn đợt xét sau.',
  'refusal.SubjectKindNotEligible':
    'Hình thức khen thưởng này không dành cho loại đối tượng đã chọn. Chọn hình thức phù hợp với cá nhân, tập thể hoặc hộ gia đình.',
  'refusal.DateOrderWrong':
    'Thời gian lập thành tích có ngày kết thúc trước ngày bắt đầu. Sửa lại một trong hai ngày.',
  'refusal.NominationIncomplete':
    'Hồ sơ còn thiếu nội dung bắt buộc. Sửa hồ sơ, điền các mục còn thiếu rồi gửi lại.',
  'refusal.AchievementAlreadyNominated':
    'Đối tượng này đã có đề nghị khen thưởng trong đợt xét cho thành tích trùng thời gian (từ {from} đến {to}). Nếu là thành tích khác, xác nhận và ghi rõ lý do khi gửi đề nghị; nếu không, sửa lại thời gian hoặc rút một trong hai đề nghị.',
  'refusal.LinkedNominationOpen':
    'Thành tích này đang được đề nghị đồng thời ở cấp khác ({otherForm}) và chưa có kết quả ở cấp đó. Chờ kết quả, hoặc rút đề nghị ở cấp đó trước.',
  'refusal.LinkedNominationAwarded':
    'Thành tích này đã được khen thưởng ở cấp khác ({otherForm}) nên không khen thêm ở cấp này. Ghi nhận hồ sơ này không được khen thưởng, hoặc rút hồ sơ.',
  'refusal.IdentityQuestionOpen':
    'Có đối tượng trùng tên và năm sinh với đối tượng được đề nghị. Xem từng trường hợp và trả lời “cùng một người” hoặc “trùng tên” rồi gửi lại.',
  'refusal.RouteUnresolvable':
    'Chưa xác định được tuyến trình cho hồ sơ này: thiếu quy định về tuyến trình, hoặc không xác định được đúng một cơ quan phụ trách địa bàn ở một bước. Nhờ quản trị hệ thống kiểm tra danh mục cơ quan và quy định đang áp dụng.',
  'refusal.SupplementFieldNotAsked':
    'Chỉ được sửa các mục có trong yêu cầu bổ sung. Bỏ phần sửa ở các mục được đánh dấu rồi gửi lại.',
  'refusal.RuleForbids':
    'Hồ sơ chưa đáp ứng quy định. Xem từng quy định được nêu, làm theo hướng dẫn rồi thực hiện lại.',
  'refusal.RuleNeedsReason':
    'Có nội dung cần cân nhắc theo quy định. Xem từng nội dung được nêu; nếu vẫn đề nghị thì ghi rõ lý do.',
  'refusal.LawNotLighter':
    'Quy định có hiệu lực hôm nay không có lợi hơn cho hồ sơ này so với quy định áp dụng khi tiếp nhận, nên không đổi quy định áp dụng. Tiếp tục thẩm định theo kết quả rà soát.',
  'refusal.WithdrawalTooLate':
    'Tờ trình có hồ sơ này đã được ký nên không thể rút hồ sơ. Đề nghị cơ quan đang giữ hồ sơ xem xét.',
  'refusal.FileTooLarge': 'Tệp vượt quá 15 MB. Giảm dung lượng hoặc chia thành nhiều tệp rồi tải lên lại.',
  'refusal.FileTypeRefused':
    'Loại tệp này không được nhận, hoặc nội dung tệp không đúng với đuôi tệp. Tải lên tệp PDF, PNG, JPG, DOCX hoặc XLSX.',
  'refusal.FileNotArrived': 'Tệp chưa tải lên xong. Chờ giây lát, hoặc tải lên lại.',
  'refusal.CaseNotFree':
    'Hồ sơ này chưa thể đưa vào danh sách: đang ở danh sách khác, đang chờ bổ sung, chưa xét hoặc đã kết thúc. Mở hồ sơ để xem tình trạng.',
  'refusal.CaseNotOfThisList':
    'Hồ sơ này không thuộc danh sách. Chỉ chọn hồ sơ đang ở đúng bước, đúng đợt xét và do cơ quan lập danh sách này giữ.',
  'refusal.SealedApart':
    'Trường hợp bảo mật phải lập danh sách riêng, không chung với hồ sơ khác. Lập danh sách bảo mật rồi đưa hồ sơ vào đó.',
  'refusal.ListEmpty': 'Danh sách chưa có hồ sơ nào. Đưa ít nhất một hồ sơ vào trước khi chốt.',
  'refusal.OrderIncomplete':
    'Thứ tự gửi lên có {given} hồ sơ, danh sách có {rows} hồ sơ. Ghi mỗi hồ sơ trong danh sách đúng một lần.',
  'refusal.RowBarsSigner':
    'Danh sách có hồ sơ mà người ký không được ký vì liên quan đến bản thân. Đưa các hồ sơ này sang danh sách thứ hai do cấp phó ký thay (KT.).',
  'refusal.SignerNotLeader':
    'Người ký phải là lãnh đạo đang giữ vị trí tại cơ quan này và là người đã ghi khi chốt danh sách. Chọn lại người ký; muốn đổi người ký thì mở lại và chốt lại danh sách.',
  'refusal.HashChanged':
    'Danh sách đã thay đổi sau khi trang này được mở. Tải lại trang, kiểm tra lại danh sách rồi ký.',
  'refusal.NumberMalformed':
    'Số, ký hiệu văn bản chưa đúng. Ghi theo mẫu 125/QĐ-UBND đối với quyết định, 48/TTr-UBND đối với tờ trình.',
  'refusal.NumberTaken':
    'Số, ký hiệu {number} đã được cơ quan này dùng trong năm. Kiểm tra lại sổ đăng ký văn bản đi và nhập đúng số.',
  'refusal.ScanMissing':
    'Chưa có bản quét của văn bản đã ký. Đính kèm văn bản đã ký ở mục Giấy tờ rồi ghi số và ngày.',
  'refusal.MinutesMissing': 'Chưa có biên bản họp. Đính kèm biên bản đã ký rồi kết thúc phiên họp.',
  'refusal.SessionAhead':
    'Phiên họp ngày {heldOn} chưa diễn ra. Ghi thành phần dự họp, kết quả và kết thúc phiên họp từ ngày họp trở đi.',
  'refusal.PresenceMissing': 'Chưa ghi số thành viên dự họp. Ghi người chủ trì và người vắng mặt trước.',
  'refusal.CountsDontAddUp':
    'Số phiếu chưa khớp: {agreed} người nhất trí trên {voting} người được biểu quyết. Số nhất trí không vượt quá số người được biểu quyết, và phải quá nửa thì mới ghi “nhất trí”.',
  'refusal.ResultsMissing':
    'Còn hồ sơ chưa có kết quả họp xét. Ghi kết quả cho mọi hồ sơ rồi kết thúc phiên họp.',
  'refusal.OpinionsAwaited':
    'Còn chờ ý kiến của {missing}, hạn trả lời {dueOn}. Chờ đủ ý kiến, hoặc tiếp tục sau khi quá hạn trả lời.',
  'refusal.OpinionNotAwaited':
    'Hồ sơ này không còn chờ ý kiến của đơn vị: đã có ý kiến, đã được xử lý tiếp hoặc đã kết thúc. Bỏ hồ sơ này ra rồi gửi lại.',
  'refusal.NobodyAsked':
    'Văn bản chưa hỏi ý kiến đơn vị nào. Mở văn bản khác và chọn ít nhất một đơn vị được hỏi.',
  'refusal.DateNotLawful':
    'Ngày của văn bản chưa đúng: không sau hôm nay và không trước ngày ký. Sửa lại ngày theo văn bản đã ký.',
  'refusal.AwardNotIssued':
    'Quyết định khen thưởng chưa được ban hành nên chưa thể đưa vào chương trình trao tặng. Chờ văn thư vào số, ngày của quyết định.',
  'refusal.AwardAlreadyDrawn':
    'Trường hợp khen thưởng này đã có trong chương trình của một buổi trao tặng khác. Hãy chọn trường hợp khác, hoặc đưa trường hợp này ra khỏi chương trình của buổi kia trước.',
  'refusal.CeremonyFrozen':
    'Danh sách trao tặng đã chốt nên không thể thay đổi. Ghi lại việc phát sinh khi trao.',
  'refusal.CeremonyNotHeld': 'Chưa đến ngày trao tặng. Ghi nhận kết quả trao từ ngày tổ chức trở đi.',
  'refusal.OfficeFounded':
    'Cơ quan đã được thiết lập trên hệ thống này. Mở trang Thiết lập để bổ sung cơ quan, người, Hội đồng.',
  'refusal.OrganisationDoubled':
    'Địa bàn này đã có một cơ quan cùng loại, cùng chức năng; hai cơ quan như vậy thì không xác định được tuyến trình. Sửa loại hoặc chức năng, hoặc dùng cơ quan đã có.',
  'refusal.OrganisationPeopled':
    'Cơ quan này còn người đang giữ vị trí công tác trên hệ thống. Kết thúc các vị trí đó trước.',
  'refusal.PersonNotFound': 'Không tìm thấy người này. Kiểm tra lại đường dẫn, hoặc chọn trong danh sách.',
  'refusal.UsernameTaken':
    'Tên đăng nhập {username} đã cấp cho một người khác tên. Chọn tên đăng nhập khác; nếu là cùng một người thì ghi họ tên giống lần trước.',
  'refusal.LastAdministrator':
    'Đây là quản trị duy nhất của cơ quan. Giao vị trí quản trị cho người khác trước khi kết thúc.',
  'refusal.AccountsElsewhere':
    'Tài khoản của hệ thống này do nơi xác thực riêng quản lý. Cấp hoặc đặt lại tài khoản tại nơi đó, dùng mã người dùng ghi ở trang này.',
  'refusal.OwnAccess':
    'Không tự giao việc hoặc tự cấp lại tài khoản cho chính mình. Nhờ quản trị khác; nếu mất tài khoản, nhờ người giữ máy chủ chạy lệnh “npm run init -- --person TÊN”.',
  'refusal.LinkShown':
    'Đường dẫn kích hoạt chỉ hiện một lần, lần gửi này đã được xử lý. Nếu chưa giữ được đường dẫn, mở trang của người đó và cấp đường dẫn mới.',
  'refusal.SettingNotFound':
    'Không tìm thấy quy định riêng này. Kiểm tra lại đường dẫn, hoặc mở trang Quy định riêng.',
  'refusal.FigureUnknown':
    'Không có mục quy định “{key}”. Chọn một mục trong danh sách ở trang Quy định riêng.',
  'refusal.SettingValueWrong':
    'Giá trị không đúng dạng của mục này. Xem gợi ý ở ô giá trị và ghi lại: số nguyên, tỷ lệ từ 0 đến 100, ngày trong năm, hoặc mỗi dòng một nội dung.',
  'refusal.SettingInTheWay':
    'Mục này đã có quy định riêng bắt đầu từ {from}, trùng với thời gian vừa ghi. Ghi ngày bắt đầu sau ngày đó, ghi ngày kết thúc trước ngày đó, hoặc rút quy định riêng ấy nếu chưa bắt đầu áp dụng.',
  'refusal.OwnSetting':
    'Người đề xuất không tự xác nhận hoặc từ chối đề xuất của mình. Nhờ lãnh đạo hoặc quản trị khác của cơ quan.',
  'refusal.SettingMovedOn':
    'Đề xuất này đã được xử lý. Tải lại trang để xem kết quả; nếu cần, lập đề xuất mới.',
  'refusal.SettingBegun':
    'Quy định riêng này đã áp dụng từ {from} nên không rút được. Đề xuất một quy định riêng mới có ngày bắt đầu sau đó để thay thế.',
  'refusal.LawUnsound':
    'Dữ liệu quy định không nhất quán nên hệ thống không nạp: {reason}. Nhờ quản trị hệ thống sửa.',
  'refusal.LawSilent':
    'Dữ liệu quy định của hệ thống không có mục “{key}” cho ngày {day}. Báo người quản trị bổ sung quy định có hiệu lực ngày đó, kèm trích dẫn.',
  'refusal.RouteTemplateRefused':
    'Mẫu tuyến trình không hợp lệ nên hệ thống không nạp. Nhờ quản trị hệ thống sửa mẫu theo thông báo trong nhật ký.',
  'refusal.ExecutionLost':
    'Luồng xử lý của hồ sơ bị gián đoạn; nội dung hồ sơ vẫn nguyên vẹn. Hệ thống tự khởi động lại; nếu còn kéo dài, báo quản trị hệ thống.',
  'refusal.InternalError':
    'Hệ thống gặp lỗi và chưa lưu nội dung vừa gửi. Thử lại sau; nếu còn lỗi, báo quản trị hệ thống kèm mã theo dõi.',

  // Faults of single fields
  'fault.empty': 'Mục này bắt buộc phải điền.',
  'fault.tooLong': 'Nội dung quá dài. Tối đa {limit} ký tự.',
  'fault.notADate': 'Ngày không hợp lệ. Ghi một ngày có thật, ví dụ 29/12/2020.',
  'fault.notADay': 'Ghi một ngày có thật của năm, theo dạng MM-DD.',
  'fault.oldOfficeFile':
    'Tệp kiểu cũ (.xls, .doc) hoặc có đặt mật khẩu. Bỏ mật khẩu, lưu thành .xlsx hoặc .docx rồi chọn lại.',
  'fault.officeMacros':
    'Tệp có chứa chương trình (macro) nên không nhận. Lưu thành .xlsx hoặc .docx thường rồi chọn lại.',
  'fault.notAYear': 'Năm không hợp lệ. Ghi đủ bốn chữ số, ví dụ 1985.',
  'fault.notAPhone': 'Số điện thoại không hợp lệ. Ghi các chữ số, ví dụ 0912 345 678.',
  'fault.notAnIdNumber': 'Số định danh phải có 12 chữ số (số chứng minh nhân dân cũ: 9 chữ số).',
  'fault.notAPublicCode': 'Mã chưa đúng: gồm 13 ký tự, có ở trang hồ sơ.',
  'fault.noTitle': 'Mỗi dòng ghi đủ họ tên, dấu phẩy, chức vụ.',
  'fault.notAnAddress': 'Đường dẫn chưa đúng. Chép nguyên đường dẫn trang của quyết định.',
  'fault.unknown': 'Không có trong danh mục. Chọn lại.',
  'fault.foreign': 'Không thuộc cơ quan, đơn vị mình đang công tác. Chọn lại.',
  'fault.notOpen': 'Hình thức này không được xét trong đợt. Chọn hình thức khác.',
  'fault.kindNotEligible': 'Hình thức này không dành cho loại đối tượng đã chọn. Chọn lại.',
  'fault.beforeStart': 'Ngày kết thúc không được trước ngày bắt đầu.',
  'fault.countedTwice': 'Các khoảng thời gian trùng nhau. Ghi lại để mỗi ngày chỉ tính một lần.',
  'fault.beforeCouncil': 'Ngày hội nghị phải từ ngày họp Hội đồng trở đi.',
  'fault.closedBeforeOpening': 'Hạn nhận hồ sơ phải từ ngày mở trở đi.',
  'fault.otherGroupKind': 'Khác hình thức khen thưởng hoặc khác cấp quyết định: không lên nhận cùng một đợt.',
  'fault.notAsked': 'Mục này không có trong yêu cầu bổ sung. Để nguyên như cũ.',
  'fault.notOfThisKind': 'Hồ sơ loại này không có mục đó. Bỏ chọn mục đó.',
  'fault.notOfThisCase': 'Hồ sơ này không có mục đó (theo hình thức và loại đối tượng). Bỏ trống mục đó.',
  'fault.findsNothing': 'Quy tắc {limit} không có vướng mắc ở hồ sơ này. Bỏ chọn quy tắc đó.',
  'fault.sameLaw': 'Hồ sơ đang được xét theo đúng quy định này.',
  'fault.notLighter': 'Không có quy định mới có lợi hơn để chọn.',
  'fault.ofEarlierSubject':
    'Đối tượng này đã có trong hệ thống từ trước; số định danh không sửa ở hồ sơ này.',
  'fault.settledByText':
    'Vào ngày này, văn bản đã quy định rõ; không đặt quy định riêng được. Chọn ngày khác hoặc bỏ đề xuất.',
  'fault.nothingChanged': 'Chưa sửa gì so với nội dung hiện có.',
  'fault.notPublic': 'Hồ sơ này không được công khai.',
  'fault.sameForm': 'Hình thức này đang là hình thức được đề nghị. Chọn hình thức khác.',
  'fault.unknownForm': 'Không có hình thức khen thưởng này. Chọn trong danh mục.',
  'fault.notALeader': 'Người ký phải là lãnh đạo đang giữ vị trí tại cơ quan này.',
  'fault.notSignedHere': 'Danh sách này không ký tại đây. Để trống người ký.',
  'fault.notANumber': 'Số, ký hiệu chưa đúng mẫu. Ví dụ: 125/QĐ-UBND, 48/TTr-UBND.',
  'fault.notOfFigure': 'Giá trị không đúng dạng của mục này. Ghi theo gợi ý.',
  'fault.settingInTheWay': 'Trùng thời gian với một quy định riêng khác của mục này.',
  'fault.begun': 'Đã bắt đầu áp dụng.',
  'fault.taken': 'Số, ký hiệu này đã dùng trong năm. Kiểm tra lại sổ đăng ký văn bản đi.',
  'fault.notLawful': 'Ngày văn bản không được sau hôm nay hoặc trước ngày ký.',
  'fault.inFuture': 'Ngày này chưa tới. Ghi ngày không sau hôm nay.',
  'fault.afterDate': 'Ngày ký không được sau ngày của văn bản.',
  'fault.notTheNamedSigner':
    'Khác với người ký đã ghi khi chốt danh sách. Chọn đúng người đó, hoặc mở lại danh sách để đổi người ký.',
  'fault.notAbsent': 'Có người được ghi là đã gửi ý kiến bằng văn bản nhưng không được ghi là vắng mặt.',
  'fault.notAMember': 'Có người không phải thành viên Hội đồng, hoặc được ghi hai lần.',
  'fault.notPresent': 'Người chủ trì phải là thành viên Hội đồng và có mặt.',
  'fault.tooMany': 'Vượt quá số cho phép. Tối đa {limit}.',
  'fault.notAhead': 'Ngày phải sau hôm nay.',
  'fault.afterDay': 'Ngày chốt danh sách không được sau ngày tổ chức.',
  'fault.notAnOfficeFile':
    'Không đọc được tệp. Chọn tệp .xlsx hoặc .docx không đặt mật khẩu (tệp .xls, .doc thì lưu lại theo dạng mới).',
  'fault.tableTooLarge': 'Tệp quá lớn khi mở ra. Chia danh sách thành nhiều tệp.',
  'fault.noTableInFile': 'Trong tệp không có bảng nào. Kiểm tra lại tệp.',
  'fault.tooLarge': 'Tệp quá lớn. Tối đa 15 MB.',
  'fault.notAllowed': 'Loại tệp này không được nhận. Chọn tệp PDF, PNG, JPG, DOCX hoặc XLSX.',
  'fault.tooFew': 'Ít hơn số cho phép. Tối thiểu {limit}.',
  'fault.noMajority': 'Chưa quá nửa số người được biểu quyết nên chưa thể ghi “nhất trí”.',
  'fault.isMajority': 'Quá nửa số người biểu quyết đã nhất trí nên chưa thể ghi “không nhất trí”.',
  'fault.notEveryRowOnce': 'Ghi mỗi hồ sơ trong danh sách đúng một lần.',
  'fault.notAHash': 'Mã kiểm tra của danh sách không hợp lệ. Tải lại trang.',
  'fault.wrongType': 'Giá trị không đúng kiểu. Nhập lại.',
  'fault.missing': 'Thiếu mục này. Ghi thêm rồi gửi lại.',
  'fault.notOneOf': 'Giá trị không có trong các lựa chọn. Chọn lại.',
  'fault.notAWholeNumber': 'Ghi bằng số nguyên.',
  'fault.unknownField': 'Không có mục này. Bỏ đi rồi gửi lại.',
  'fault.areaKindMissing':
    'Ghi cả loại địa bàn, ví dụ “Phường Sở Dầu”, “Xã An Hòa”, “Thành phố Hải Phòng”, “Tỉnh Bắc Ninh”.',
  'fault.notAUsername':
    'Tên đăng nhập gồm 2–64 chữ, số hoặc dấu chấm, gạch nối, gạch dưới, không có dấu cách. Ví dụ: lan.nguyen.',
  'fault.notAnEmail': 'Địa chỉ thư điện tử chưa đúng. Ví dụ: lan.nguyen@example.vn; không có thì để trống.',
  'fault.capacityMissing': 'Lãnh đạo ký phải là cấp trưởng hoặc cấp phó. Chọn một.',
  'fault.capacityOfLeaders': 'Chỉ lãnh đạo ký mới ghi cấp trưởng, cấp phó. Bỏ mục này.',
  'fault.alreadyFounded': 'Cơ quan đã được thiết lập.',
  'fault.organisationDoubled': 'Địa bàn đã có cơ quan cùng loại, cùng chức năng.',
  'fault.hasPeople': 'Còn người đang giữ vị trí công tác tại cơ quan này.',
  'fault.usernameTaken': 'Tên đăng nhập này đã cấp cho người khác. Chọn tên khác.',
  'fault.lastAdministrator': 'Đây là quản trị duy nhất của cơ quan.',
  'fault.worksOutside': 'Cơ quan này không làm việc trên hệ thống. Chọn cơ quan khác.',
  'fault.beforeMembers':
    'Ngày này trước ngày thành viên hiện có bắt đầu hoặc thôi tham gia Hội đồng. Chọn ngày muộn hơn.',
  'fault.aboveIsOutside': 'Cơ quan trên địa bàn cấp trên chỉ được thêm với lựa chọn ngoài hệ thống.',
  'fault.notOurs':
    'Địa bàn này không thuộc cơ quan của ông/bà. Chọn địa bàn của cơ quan hoặc địa bàn trực thuộc.',
  'fault.founderAddsIt':
    'Cơ quan loại này giữ bước trong tuyến trình; chỉ quản trị của cơ quan đã thiết lập hệ thống được thêm.',
  'fault.afterEnd':
    'Vị trí này đã được ghi kết thúc sớm hơn ngày đó. Để giữ tiếp, giao vị trí mới theo văn bản giao việc.',
  'fault.longEnded': 'Ngày cuối cùng không được sớm hơn {limit} ngày trước hôm nay.',
  'fault.longBegun':
    'Ngày bắt đầu không được sớm hơn {limit} ngày trước hôm nay. Ghi ngày bắt đầu làm việc trên hệ thống.',
  'fault.seatedTwice': 'Một người chỉ giữ một ghế trong Hội đồng.',
  'fault.notOneChair': 'Hội đồng phải có đúng một chủ tịch.',
  'fault.noSecretary':
    'Hội đồng phải có thư ký đang giữ vị trí Thư ký Hội đồng tại cơ quan. Giao vị trí đó cho một người trước.',
  'fault.namesakeInRows':
    'Trùng họ tên với dòng {limit}. Cùng một người thì ghi cùng tên đăng nhập; hai người khác nhau thì ghi hai tên đăng nhập.',
  'fault.namesakeThere':
    'Đã có người cùng họ tên ({limit}). Nếu là người đó thì ghi tên đăng nhập này; nếu là người khác thì ghi tên đăng nhập khác.',
  'fault.organisationUnknown': 'Không có cơ quan này trong danh mục; để trống nếu là cơ quan mình.',
  'fault.roleUnknown': 'Chưa rõ vai trò. Ghi bằng một trong các từ nêu ở trang này.',
  'fault.notAnId': 'Mã không hợp lệ. Chọn lại từ danh sách.',

  // Faults of the request as a whole
  'fault.notJson': 'Không phải JSON hợp lệ. Kiểm tra dấu ngoặc, dấu phẩy và bảng mã UTF-8.',
  'fault.bodyTooLarge': 'Nội dung vượt quá 256 kB. Rút gọn rồi gửi lại.',
  'fault.wrongMediaType':
    'Kiểu nội dung này không được nhận. Ghi application/json; biểu mẫu thì gửi từ trang.',
  'fault.encoded': 'Nội dung gửi lên đang nén. Gửi nội dung không nén.',
  'fault.formMalformed': 'Biểu mẫu gửi lên bị cắt ngang hoặc sai cấu trúc. Tải lại trang rồi gửi lại tệp.',
  'fault.noFile': 'Chưa chọn tệp, hoặc tệp rỗng. Chọn tệp rồi tải lên lại.',
  'fault.noSuchPath': 'Không có gì ở địa chỉ này. Kiểm tra lại từng phần của địa chỉ.',
  'fault.methodNotTaken':
    'Địa chỉ này không nhận thao tác vừa gửi. Dùng một thao tác ghi trong tiêu đề Allow.',
  'fault.noToken': 'Chưa có mã truy cập. Ghi “Bearer”, một dấu cách, rồi mã truy cập.',
  'fault.tokenMalformed': 'Mã truy cập bị cắt hoặc có ký tự lạ. Chép lại đủ cả mã.',
  'fault.tokenExpired': 'Mã truy cập đã hết hạn. Lấy mã mới.',
  'fault.tooWeak':
    'Lần đăng nhập này chưa có bước xác thực thứ hai. Đăng nhập lại với xác thực hai bước rồi thực hiện lại.',
  'fault.tokenInvalid':
    'Mã truy cập không do hệ thống này cấp, hoặc cấp cho nơi khác dùng. Lấy mã mới của hệ thống này.',
  'fault.personUnknown':
    'Người mang mã truy cập này chưa có trong hệ thống. Nhờ quản trị hệ thống kiểm tra tài khoản.',
  'fault.expired': 'Đã hết hiệu lực. Tải lại trang rồi gửi lại.',
  'fault.notFound': 'Không tìm thấy trong phạm vi được xem. Kiểm tra lại mã này.',
  'fault.noKey': 'Chưa có khóa chống gửi trùng. Ghi một giá trị mới cho mỗi thao tác.',
  'fault.notAKey':
    'Khóa có từ 1 đến 100 ký tự: chữ cái không dấu, chữ số hoặc các ký tự _ : . / - và không có dấu cách. Ghi lại khóa.',
  'fault.keyReused': 'Khóa này đã dùng cho một nội dung khác. Ghi khóa mới.',
  'fault.noVersion': 'Chưa ghi phiên bản đã xem. Ghi giá trị ETag của lần đọc gần nhất.',
  'fault.stale': 'Đây không còn là phiên bản mới nhất. Đọc lại, đối chiếu rồi ghi giá trị ETag mới.',

  // Faults of the record that stands in the way
  'fault.movedOn': 'Không còn ở tình trạng cho phép làm việc này. Đọc lại để xem diễn biến mới nhất.',
  'fault.moving': 'Đang chuyển sang bước tiếp theo. Chờ giây lát rồi thực hiện lại.',
  'fault.letterSigned': 'Tờ trình có hồ sơ này đã được ký. Đề nghị cơ quan đang giữ hồ sơ xem xét.',
  'fault.notYetOpen': 'Đợt xét chưa bắt đầu nhận hồ sơ. Giữ bản nháp, gửi khi đợt xét mở.',
  'fault.closed': 'Đợt xét đã hết hạn nhận hồ sơ. Đề nghị cho nhận muộn, hoặc chọn đợt xét sau.',
  'fault.notSaidOther':
    'Trùng thời gian với một đề nghị khác trong đợt xét. Nếu là thành tích khác, ghi rõ lý do.',
  'fault.overlaps':
    'Trùng thời gian với đề nghị khác cho đối tượng này trong đợt xét. Kiểm tra lại thời gian.',
  'fault.linkedOpen': 'Cấp khác đang xét cùng thành tích này. Chờ kết quả ở cấp đó.',
  'fault.linkedAwarded':
    'Cùng thành tích này đã được khen ở cấp khác. Ghi không khen thưởng, hoặc rút hồ sơ.',
  'fault.linkEnded': 'Hồ sơ kia đã kết thúc hoặc đã đề nghị đồng thời với một hồ sơ khác. Lập đề nghị riêng.',
  'fault.linkOtherSubject': 'Đề nghị đồng thời phải cùng một đối tượng với hồ sơ kia.',
  'fault.linkSameLevel': 'Đề nghị đồng thời phải ở cấp khác với hồ sơ kia. Chọn hình thức của cấp khác.',
  'fault.likeness':
    'Trùng tên và năm sinh với đối tượng khác. Trả lời “cùng một người” hoặc “trùng tên” về từng đối tượng.',
  'fault.likenessOfRow':
    'Trùng tên, năm sinh với đối tượng đã có hoặc với dòng khác. Trả lời “cùng một người” hoặc “trùng tên”.',
  'fault.pastDoubled': 'Quyết định số này, năm này, của cơ quan ban hành này đã được nhập.',
  'fault.afterDecision': 'Thời gian thành tích không được sau ngày quyết định.',
  'fault.noRoute':
    'Chưa xác định được tuyến trình. Nhờ quản trị hệ thống kiểm tra danh mục cơ quan và quy định đang áp dụng.',
  'fault.notOwned':
    'Cơ quan mở đợt không được mở đợt xét cho hình thức này. Bỏ hình thức này, hoặc chọn cơ quan khác.',
  'fault.sealedSubject': 'Trường hợp bảo mật không dùng đối tượng đã có. Bỏ mục này để lập đối tượng riêng.',
  'fault.notArrived': 'Tệp chưa tải lên xong. Chờ giây lát, hoặc tải lên lại.',
  'fault.notFree':
    'Hồ sơ này đang ở danh sách khác, đang chờ bổ sung, chưa xét hoặc đã kết thúc. Bỏ hồ sơ này ra rồi gửi lại.',
  'fault.notOfThisList': 'Hồ sơ này không thuộc danh sách. Chọn hồ sơ khác.',
  'fault.opinionsAwaited': 'Còn ý kiến chưa có và chưa quá hạn trả lời. Chờ đủ ý kiến hoặc quá hạn.',
  'fault.notAwaited': 'Không còn chờ ý kiến của đơn vị về hồ sơ này. Bỏ hồ sơ này ra.',
  'fault.nobodyAsked': 'Chưa chọn đơn vị được hỏi ý kiến. Chọn ít nhất một đơn vị.',
  'fault.twice': 'Hồ sơ này được ghi hai lần. Chỉ giữ một dòng.',
  'fault.beyondLimit': 'Chậm nhất là ngày {limit}. Ghi một ngày sớm hơn.',
  'fault.beforeLimit': 'Hạn trả lời sớm hơn thời hạn theo quy định. Chọn ngày {limit} hoặc muộn hơn.',
  'fault.sealedApart':
    'Trường hợp bảo mật và hồ sơ khác không chung một danh sách. Chọn hồ sơ cùng loại với danh sách này.',
  'fault.noRows': 'Danh sách chưa có hồ sơ nào. Đưa vào ít nhất một hồ sơ.',
  'fault.barred':
    'Người này không được ký vì danh sách có hồ sơ liên quan đến bản thân. Chọn người ký khác, hoặc đưa các hồ sơ đó sang danh sách khác.',
  'fault.hashChanged':
    'Danh sách đã thay đổi nên mã kiểm tra này không còn đúng. Đọc lại danh sách rồi ghi mã mới.',
  'fault.noScan': 'Chưa đính kèm văn bản đã ký.',
  'fault.noMinutes': 'Chưa có biên bản. Đính kèm biên bản đã ký.',
  'fault.noPresence': 'Chưa ghi số thành viên dự họp. Ghi người chủ trì và người vắng mặt trước.',
  'fault.noResult': 'Còn hồ sơ chưa có kết quả họp xét. Ghi kết quả cho từng hồ sơ.',
  'fault.sessionAhead': 'Chưa đến ngày họp.',
  'fault.ruleForbids': 'Chưa đáp ứng quy định ({limit}). Xem giải thích và sửa lại.',
  'fault.needsReason': 'Cần ghi lý do ({limit}). Ghi rõ vì sao vẫn đề nghị.',
  'fault.beforeClose': 'Ngày ký không được trước ngày chốt danh sách. Sửa lại ngày theo văn bản đã ký.',
  'fault.notIssued':
    'Chưa có quyết định khen thưởng được ban hành. Chờ văn thư vào số, ngày, hoặc chọn quyết định khác.',
  'fault.drawnElsewhere':
    'Đã có trong chương trình của một buổi trao tặng khác. Bỏ ra rồi gửi lại, hoặc hủy buổi kia trước.',
  'fault.frozen': 'Danh sách trao tặng đã chốt. Ghi lại việc phát sinh khi trao.',
  'fault.notHeld': 'Chưa đến ngày trao tặng. Ghi nhận từ ngày tổ chức trở đi.',

  // Notices: subject of the mail and line in the app; never a name
  'notice.StepOpened': 'Có hồ sơ mới cần xử lý, hạn {day}',
  'notice.Rerouted': 'Tuyến trình của hồ sơ được tính lại; lý do ghi trên trang hồ sơ',
  'notice.ListArrived': '{count} hồ sơ mới chuyển đến theo danh sách, hạn {day}',
  'notice.SupplementAsked': 'Yêu cầu bổ sung hồ sơ, hạn {day}',
  'notice.SupplementAnswered': 'Hồ sơ đã được bổ sung',
  'notice.Received': 'Hồ sơ đã được tiếp nhận',
  'notice.Held': 'Hồ sơ chưa xét, tạm dừng theo văn bản',
  'notice.Released': 'Hồ sơ được xét tiếp',
  'notice.ReturnedIneligible': 'Trả lại hồ sơ không đủ điều kiện',
  'notice.Refused': 'Cấp có thẩm quyền không đồng ý hồ sơ đề nghị',
  'notice.Withdrawn': 'Hồ sơ đã được rút',
  'notice.FormChanged': 'Thay đổi hình thức khen thưởng được đề nghị',
  'notice.QuestionAsked': 'Có câu hỏi về một hồ sơ, chờ trả lời',
  'notice.QuestionAnswered': 'Câu hỏi về hồ sơ đã được trả lời',
  'notice.Reassigned': 'Hồ sơ được giao lại người xử lý',
  'notice.LinkedAwarded': 'Cùng thành tích đã được khen ở cấp khác: hồ sơ này không được khen thêm',
  'notice.LinkedEnded': 'Cấp khác không khen cùng thành tích: hồ sơ này được xét tiếp',
  'notice.Struck': 'Có hồ sơ được đưa ra khỏi danh sách đã chốt, cần xử lý',
  'notice.AgendaClosed': 'Chương trình họp {council} ngày {day}: {count} hồ sơ',
  'notice.OpinionAsked': 'Đề nghị cho ý kiến về {count} hồ sơ, hạn trả lời {day}',
  'notice.OpinionCorrected': 'Một đơn vị đã sửa ý kiến về {count} hồ sơ',
  'notice.OpinionNotAwaited': 'Công văn số {number}: không cần cho ý kiến nữa về {count} hồ sơ',
  'notice.OpinionGiven': 'Đã có ý kiến của một đơn vị về {count} hồ sơ',
  'notice.ListToSign': 'Trình ký danh sách gồm {count} hồ sơ',
  'notice.ListToNumber': 'Danh sách gồm {count} hồ sơ đã ký, chờ vào số và ngày',
  'notice.ResultsIssued': 'Có kết quả: {count} hồ sơ của đơn vị',
  'notice.SessionConcluded': 'Hội đồng đã họp xét {count} hồ sơ của đơn vị',
  'notice.Reminder': 'Nhắc việc: {count} việc đến hạn hoặc sắp đến hạn',
  'notice.Escalated': 'Báo cáo lãnh đạo: có hồ sơ quá hạn xử lý',
  'notice.CeremonyFrozen': 'Đã chốt danh sách trao tặng ngày {day}: {count} trường hợp',
  'notice.CeremonyToday': 'Hôm nay tổ chức trao tặng: {count} trường hợp',
  'notice.ToDeliver': 'Còn {count} trường hợp chưa được trao',
  'notice.AccessReset': 'Tài khoản của ông/bà đã được quản trị hệ thống đặt lại',
  'notice.PostGiven': 'Cơ quan có thêm người ký hoặc người xử lý trường hợp bảo mật',
  'notice.PostEnded': 'Cơ quan có người ký, kiểm tra hoặc xử lý trường hợp bảo mật thôi giữ vị trí',
  'notice.DaysClosed': 'Khóa sổ ngày {day}: mã {code}; {count} hồ sơ, danh sách thay đổi',
  'notice.SettingProposed': 'Quy định riêng áp dụng từ ngày {from} chờ ông/bà xác nhận',
  'notice.SettingConfirmed': 'Quy định riêng áp dụng từ ngày {from} đã được xác nhận',
  'notice.SettingRefused': 'Quy định riêng đề xuất áp dụng từ ngày {from} bị từ chối',
  'notice.SettingWithdrawn': 'Quy định riêng áp dụng từ ngày {from} đã được rút',
  'zalo.notice': '[Vinh Danh] {line}. Xem và xử lý: {url}',
  'zalo.case': '[Vinh Danh] Hồ sơ mã {code}: {line} Xem: {url}',
  'mail.digestSubject': 'Thư tổng hợp ngày {day}: {count} thông báo',
  'mail.digestMore': 'Và {count} thông báo nữa.',
  'mail.digestChoices': 'Chọn cách nhận thư: {url}',
  'mail.source': 'Căn cứ: {citation} ({confidence}).',
  'mail.rule': 'Quy tắc chưa đạt: {title}. Căn cứ: {citation}.',
  'mail.body':
    'Kính gửi ông/bà {name},\n\n{line}\n\nXem chi tiết: {url}\n\nThư được gửi tự động từ hệ thống Vinh Danh, không cần trả lời.',

  // History: lines of a timeline
  'act.Drafted': 'Lập hồ sơ',
  'act.Linked': 'Đề nghị đồng thời ở cấp khác',
  'act.Edited': 'Sửa hồ sơ',
  'act.Discarded': 'Hủy bản nháp',
  'act.Submitted': 'Gửi hồ sơ',
  'act.StepOpened': 'Chuyển đến bước xử lý',
  'act.Received': 'Tiếp nhận hồ sơ',
  'act.Recommended': 'Thẩm định: đề nghị',
  'act.NotRecommended': 'Thẩm định: không đề nghị',
  'act.SupplementAsked': 'Yêu cầu bổ sung',
  'act.SupplementAnswered': 'Bổ sung hồ sơ',
  'act.ReturnedIneligible': 'Trả lại hồ sơ không đủ điều kiện',
  'act.LawChosen': 'Chọn áp dụng quy định có hiệu lực tại ngày {law}',
  'act.AchievementsToldApart': 'Kết luận sau đối chiếu: hai thành tích khác nhau',
  'act.AchievementsToldOne': 'Kết luận sau đối chiếu: cùng một thành tích',
  'act.FormChanged': 'Thay đổi hình thức khen thưởng',
  'act.WordingMended': 'Sửa tên ghi trên bằng, nội dung khen',
  'act.QuestionAsked': 'Hỏi thêm về hồ sơ',
  'act.QuestionAnswered': 'Trả lời câu hỏi về hồ sơ',
  'act.ConsentWithdrawn': 'Rút lại sự đồng ý công khai',
  'act.Held': 'Chưa xét, tạm dừng theo văn bản',
  'act.Released': 'Xét tiếp',
  'act.Reassigned': 'Giao lại người xử lý',
  'act.Refused': 'Cấp có thẩm quyền không đồng ý',
  'act.NotAwardedOutside': 'Ghi nhận cấp có thẩm quyền ngoài hệ thống không đồng ý',
  'act.Withdrawn': 'Rút hồ sơ',
  'act.IdentityJudged': 'Xác nhận “cùng một người” hoặc “trùng tên”',
  'act.SameSubjectMarked': 'Đánh dấu: cùng một người với một hồ sơ khác',
  'act.NamesakeMarked': 'Đánh dấu trùng tên: ghi thêm năm sinh và tổ dân phố',
  'act.Gathered': 'Đưa vào danh sách',
  'act.Ungathered': 'Đưa ra khỏi danh sách đang lập',
  'act.Struck': 'Đưa ra khỏi danh sách đã chốt',
  'act.LetterIssued': 'Tờ trình được ban hành',
  'act.CouncilConcluded': 'Hội đồng kết luận',
  'act.Awarded': 'Được khen thưởng',
  'act.Approved': 'Mô hình được phê duyệt',
  'act.Reminded': 'Nhắc việc đến hạn',
  'act.Escalated': 'Báo cáo lãnh đạo vì quá hạn',
  'act.FileExpected': 'Chờ tải tệp lên',
  'act.FileKept': 'Đính kèm tệp',
  'act.FileRefused': 'Không nhận tệp',
  'act.Revealed': 'Xem nội dung trường hợp bảo mật',
  'act.Started': 'Lập danh sách',
  'act.RowGathered': 'Thêm hồ sơ vào danh sách',
  'act.RowUngathered': 'Bỏ hồ sơ khỏi danh sách',
  'act.RowStruck': 'Đưa một hồ sơ ra khỏi danh sách đã chốt',
  'act.Erased': 'Xóa dữ liệu cá nhân',
  'act.DaysClosed': 'Khóa sổ',
  'act.RowLeft': 'Một hồ sơ rời danh sách',
  'act.Ordered': 'Sắp xếp thứ tự',
  'act.Closed': 'Chốt danh sách gồm {rows} hồ sơ',
  'act.Reopened': 'Mở lại danh sách',
  'act.Signed': 'Ký',
  'act.Issued': 'Ban hành, số {number}',
  'act.PresenceEntered': 'Ghi số dự họp: {present}/{total}',
  'act.ResultEntered': 'Ghi kết quả một hồ sơ: {agreed}/{voting} nhất trí',
  'act.Concluded': 'Kết thúc phiên họp, dự họp {present}/{total}',
  'act.OpinionGiven': 'Cho ý kiến về {rows} hồ sơ',
  'act.OpinionCorrected': 'Sửa ý kiến về một hồ sơ',
  'act.WentOn': 'Tiếp tục {rows} hồ sơ khi chưa đủ ý kiến',
  'act.RowOver': 'Một hồ sơ không còn chờ ý kiến',
  'act.OpinionsAsked': 'Gửi văn bản lấy ý kiến',
  'act.OpinionsIn':
    'Kết thúc lấy ý kiến: {agrees} nhất trí, {disagrees} không nhất trí, {none} không có ý kiến, {missing} chưa trả lời',
  'act.Planned': 'Lập chương trình trao tặng',
  'act.Drawn': 'Đưa khen thưởng vào chương trình',
  'act.Arranged': 'Sắp xếp đợt lên nhận',
  'act.TakenOut': 'Đưa khen thưởng ra khỏi chương trình',
  'act.Regrouped': 'Chuyển đợt lên nhận',
  'act.Cancelled': 'Không tổ chức buổi trao tặng',
  'act.ListFrozen': 'Chốt danh sách trao tặng gồm {drawn} trường hợp',
  'act.CeremonyHeld': 'Đến ngày trao tặng',
  'act.HandedOver': 'Ghi nhận việc trao, còn {left} trường hợp',
  'act.Finished': 'Đã trao hết',
  'act.OfficeFounded': 'Thiết lập cơ quan',
  'act.OrganisationAdded': 'Thêm cơ quan, đơn vị',
  'act.OrganisationPlaced': 'Đổi nơi làm việc của cơ quan: trong hoặc ngoài hệ thống',
  'act.OrganisationRenamed': 'Sửa tên cơ quan, đơn vị',
  'act.PastImported': 'Nhập quyết định đã ban hành',
  'act.PastRowsAdded': 'Nhập tiếp các dòng của quyết định',
  'act.PastCorrected': 'Đính chính một dòng',
  'act.PastRowWithdrawn': 'Bỏ một dòng nhập nhầm',
  'act.PastWithdrawn': 'Rút quyết định đã nhập',
  'act.SlipReceived': 'Nhận phiếu đề xuất',
  'act.SlipAccepted': 'Lập đề nghị khen thưởng từ phiếu',
  'act.SlipMerged': 'Gộp phiếu',
  'act.SlipRefused': 'Không đưa vào đề nghị',
  'act.SlipsOpened': 'Mở đường dẫn nhận phiếu đề xuất',
  'act.SlipsClosed': 'Đóng đường dẫn nhận phiếu đề xuất',
  'act.HistoryKnownSaid': 'Ghi nhận dữ liệu khen thưởng đã đầy đủ từ một ngày',
  'act.PersonAdded': 'Thêm người',
  'act.PostGiven': 'Giao vị trí công tác',
  'act.PostEnded': 'Kết thúc vị trí công tác',
  'act.FundSet': 'Ghi quỹ thi đua, khen thưởng của năm',
  'act.CouncilFormed': 'Lập Hội đồng',
  'act.CouncilChanged': 'Kiện toàn Hội đồng',
  'act.Invited': 'Cấp đường dẫn kích hoạt tài khoản',
  'act.AccessReset': 'Đặt lại tài khoản',
  'act.SettingProposed': 'Đề xuất quy định riêng',
  'act.SettingConfirmed': 'Xác nhận quy định riêng',
  'act.SettingRefused': 'Từ chối quy định riêng',
  'act.SettingWithdrawn': 'Rút quy định riêng',

  // Codes as people read them
  'status.DRAFT': 'Bản nháp',
  'status.AT_STEP': 'Đang giải quyết',
  'status.AWARDED': 'Được khen thưởng',
  'status.APPROVED': 'Được phê duyệt',
  'status.INELIGIBLE': 'Trả lại, không đủ điều kiện',
  'status.NOT_AWARDED': 'Không được khen thưởng',
  'status.NOT_APPROVED': 'Không được phê duyệt',
  'status.WITHDRAWN': 'Đã rút',
  'standing.draft': 'Bản nháp',
  'standing.moving': 'Đang chuyển',
  'standing.hold': 'Chưa xét',
  'standing.supplement': 'Chờ bổ sung',
  'standing.inList': 'Trong danh sách',
  'standing.free': 'Chờ xử lý',
  'standing.ended': 'Đã kết thúc',
  'stepKind.council': 'Họp xét',
  'stepKind.letter': 'Ký tờ trình',
  'stepKind.receive': 'Tiếp nhận',
  'stepKind.appraise': 'Thẩm định',
  'stepKind.opinion': 'Lấy ý kiến',
  'stepKind.decide': 'Ký quyết định',
  'stepKind.outside': 'Ghi nhận ngoài hệ thống',
  'listKind.letter': 'Tờ trình',
  'listKind.session': 'Phiên họp',
  'listKind.decision': 'Quyết định khen thưởng',
  'listKind.approval': 'Quyết định phê duyệt mô hình',
  'listKind.opinionRequest': 'Văn bản lấy ý kiến',
  'opinion.agrees': 'Nhất trí',
  'opinion.disagrees': 'Không nhất trí',
  'opinion.none': 'Không có ý kiến',
  'listState.GATHERING': 'Đang lập',
  'listState.CLOSED': 'Đã chốt',
  'listState.SIGNED': 'Đã ký',
  'listState.ISSUED': 'Đã ban hành',
  'role.proposer': 'Người đề xuất',
  'role.officer': 'Cán bộ làm công tác TĐKT',
  'role.secretary': 'Thư ký Hội đồng',
  'role.member': 'Thành viên Hội đồng',
  'role.leader': 'Lãnh đạo ký',
  'role.clerk': 'Văn thư',
  'role.organiser': 'Cán bộ tổ chức trao tặng',
  'role.administrator': 'Quản trị hệ thống',
  'role.auditor': 'Người kiểm tra',
  'capacity.head': 'Cấp trưởng',
  'capacity.deputy': 'Cấp phó (ký thay, KT.)',
  'subjectKind.individual': 'Cá nhân',
  'subjectKind.collective': 'Tập thể',
  'subjectKind.household': 'Hộ gia đình',
  'outcome.recommended': 'Đề nghị',
  'outcome.notRecommended': 'Không đề nghị',
  'outcome.agreed': 'Nhất trí',
  'outcome.answered': 'Đã lấy ý kiến',
  'outcome.awarded': 'Đã quyết định',
  'outcome.ended': 'Kết thúc',
  'outcome.formChanged': 'Thay đổi hình thức',
  'outcome.notAgreed': 'Không nhất trí',
  'outcome.otherForm': 'Đề nghị hình thức khác',
  'outcome.postponed': 'Để phiên sau',
  'ceremonyPhase.PREPARING': 'Đang chuẩn bị',
  'ceremonyPhase.FROZEN': 'Đã chốt danh sách trao',
  'ceremonyPhase.HELD': 'Đã đến ngày trao tặng',
  'ceremonyPhase.FINISHED': 'Đã trao hết',
  'ceremonyPhase.CANCELLED': 'Không tổ chức',
  'publication.public': 'Công khai',
  'publication.internal': 'Nội bộ',
  'publication.sealed': 'Bảo mật',
  'attachment.minutes': 'Biên bản',
  'attachment.report': 'Báo cáo thành tích',
  'attachment.letter': 'Tờ trình',
  'attachment.decision': 'Quyết định',
  'attachment.scan': 'Bản quét',
  'attachment.photo': 'Ảnh',
  'attachment.other': 'Giấy tờ khác',
  'fileState.expected': 'Đang chờ tải lên',
  'fileState.kept': 'Đã lưu',
  'fileState.refused': 'Không nhận',
  'fileFault.otherSize': 'Dung lượng khác với khi khai',
  'fileFault.tooLarge': 'Quá 15 MB',
  'fileFault.otherType': 'Nội dung không đúng với loại tệp',
  'bar.ownCase': 'Là người được đề nghị khen hoặc người trong hộ gia đình được đề nghị',
  'bar.proposedIt': 'Là người đề xuất hồ sơ này',
  'bar.appraisedIt': 'Là người đã thẩm định hồ sơ này',
  'handover.NONE': 'Chưa ghi nhận',
  'handover.PRESENTED': 'Đã trao tại buổi lễ',
  'handover.TO_DELIVER': 'Chưa nhận, giao sau',
  'handover.DELIVERED': 'Đã giao, có ký nhận',
  'handover.PRIVATE': 'Trao riêng',

  // Parts of lines and documents
  'sealed.label': 'Trường hợp bảo mật {number}',
  'number.blank.letter': '……/TTr-{suffix}',
  'number.blank.opinionRequest': '……/{suffix}',
  'number.blank.decision': '……/QĐ-{suffix}',
} as const;

export type MessageKey = keyof typeof vi;
