; What the installer says of itself in Vietnamese (1066). NSIS brings its own pages in Vietnamese; the packager's messages stand here, as it has
; none but one. They come after the packager's, which repeats the English ones for every language, and take their place.
!macro customHeader
  !pragma warning push
  !pragma warning disable 6030 ; set a second time
  LangString win7Required 1066 "Cần Windows 7 trở lên."
  LangString x64WinRequired 1066 "Cần Windows 64 bit."
  LangString appRunning 1066 "${PRODUCT_NAME} đang chạy.$\r$\nBấm OK để đóng chương trình.$\r$\nNếu chương trình không đóng, hãy tự đóng rồi cài lại."
  LangString appCannotBeClosed 1066 "Không đóng được ${PRODUCT_NAME}.$\r$\nHãy tự đóng chương trình rồi bấm Thử lại."
  LangString installing 1066 "Đang cài đặt, xin chờ..."
  LangString areYouSureToUninstall 1066 "Gỡ ${PRODUCT_NAME}? Dữ liệu của đơn vị vẫn được giữ lại."
  LangString decompressionFailed 1066 "Không giải nén được tệp. Hãy chạy lại bộ cài."
  LangString uninstallFailed 1066 "Không gỡ được tệp của bản cũ. Hãy chạy lại bộ cài."
  LangString appClosing 1066 "Đang đóng ${PRODUCT_NAME}..."
  LangString chooseInstallationOptions 1066 "Chọn cách cài đặt"
  LangString chooseUninstallationOptions 1066 "Chọn cách gỡ"
  LangString whichInstallationShouldBeRemoved 1066 "Gỡ bản cài nào?"
  LangString whoShouldThisApplicationBeInstalledFor 1066 "Cài chương trình cho ai?"
  LangString selectUserMode 1066 "Chọn cài cho mọi người dùng của máy này hay chỉ cho riêng tài khoản này"
  LangString whichInstallationRemove 1066 "Chương trình đã được cài cho cả máy và cho riêng tài khoản này.$\r$\nGỡ bản nào?"
  LangString freshInstallForAll 1066 "Cài mới cho mọi người dùng. (sẽ hỏi tài khoản quản trị)"
  LangString freshInstallForCurrent 1066 "Cài mới chỉ cho tài khoản này."
  LangString onlyForMe 1066 "Chỉ cho &tôi"
  LangString forAll 1066 "Mọi người dùng của máy &này"
  LangString loginWithAdminAccount 1066 "Cần đăng nhập bằng tài khoản thuộc nhóm quản trị để tiếp tục..."
  LangString perUserInstallExists 1066 "Đã có bản cài cho riêng tài khoản này."
  LangString perUserInstall 1066 "Có bản cài cho riêng tài khoản này."
  LangString perMachineInstallExists 1066 "Đã có bản cài cho cả máy."
  LangString perMachineInstall 1066 "Có bản cài cho cả máy."
  LangString reinstallUpgrade 1066 "Sẽ cài lại hoặc nâng bản."
  LangString uninstall 1066 "Sẽ gỡ."
  !pragma warning pop
!macroend
