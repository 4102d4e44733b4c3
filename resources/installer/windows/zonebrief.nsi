; The installer for Windows: for one user, without an administrator. Values come from windows.py by /D.
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
RequestExecutionLevel user
!include MUI2.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinVer.nsh
!include Sections.nsh

Name "$(AppName)"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\ZoneBrief"
InstallDirRegKey HKCU "Software\ZoneBrief" "InstallDir"
BrandingText "ZoneBrief ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "ZoneBrief"
VIAddVersionKey FileDescription "ZoneBrief"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey LegalCopyright "ZoneBrief contributors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_LANGDLL_ALLLANGUAGES
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ZoneBrief"
!define PROGRAM "$INSTDIR\python\pythonw.exe"
!define TYPE "ZoneBrief.Pack"
!define SHELL_ASSOCIATIONS_CHANGED 0x08000000

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Japanese"

LangString AppName ${LANG_SIMPCHINESE} "经开简报"
LangString AppName ${LANG_ENGLISH} "ZoneBrief"
LangString AppName ${LANG_JAPANESE} "ゾーンブリーフ"
LangString PackName ${LANG_SIMPCHINESE} "经开简报的简报包"
LangString PackName ${LANG_ENGLISH} "ZoneBrief pack"
LangString PackName ${LANG_JAPANESE} "ゾーンブリーフのパック"
LangString ProgramPart ${LANG_SIMPCHINESE} "程序"
LangString ProgramPart ${LANG_ENGLISH} "Program"
LangString ProgramPart ${LANG_JAPANESE} "プログラム"
LangString DesktopPart ${LANG_SIMPCHINESE} "桌面图标"
LangString DesktopPart ${LANG_ENGLISH} "Desktop icon"
LangString DesktopPart ${LANG_JAPANESE} "デスクトップアイコン"
LangString TooOld ${LANG_SIMPCHINESE} "需要 64 位的 Windows 10（1809）或更新的版本。"
LangString TooOld ${LANG_ENGLISH} "This needs Windows 10 (1809) or newer, 64 bit."
LangString TooOld ${LANG_JAPANESE} "64 ビットの Windows 10（1809）以降が必要です。"
LangString Running ${LANG_SIMPCHINESE} "经开简报正在运行，请先关闭它。"
LangString Running ${LANG_ENGLISH} "ZoneBrief is running; close it first."
LangString Running ${LANG_JAPANESE} "ゾーンブリーフが実行中です。先に閉じてください。"
LangString NotEmpty ${LANG_SIMPCHINESE} "这个文件夹里已有别的文件，请另选一个。"
LangString NotEmpty ${LANG_ENGLISH} "There are other files in this folder; choose another one."
LangString NotEmpty ${LANG_JAPANESE} "このフォルダーには他のファイルがあります。別の場所を選んでください。"

!macro WhileRunningStop
  ; Windows lets nobody write to a program that runs.
  ${If} ${FileExists} "${PROGRAM}"
    ClearErrors
    FileOpen $0 "${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_ICONSTOP "$(Running)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro RemoveProgram
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\packages"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\zonebrief.cmd"
  Delete "$INSTDIR\zonebrief.ico"
  Delete "$INSTDIR\zonebrief.cdx.json"
!macroend

; The folder must be new, empty or ours, since it is emptied before it is filled.
Function .onVerifyInstDir
  ${DirState} "$INSTDIR" $0
  ${If} $0 == 1
  ${AndIfNot} ${FileExists} "$INSTDIR\uninstall.exe"
    Abort
  ${EndIf}
FunctionEnd

Section "$(ProgramPart)" Main
  SectionIn RO
  !insertmacro WhileRunningStop
  ${DirState} "$INSTDIR" $0
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    !insertmacro RemoveProgram
  ${ElseIf} $0 == 1
    MessageBox MB_ICONSTOP "$(NotEmpty)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${TREE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$INSTDIR\app"
  CreateShortcut "$SMPROGRAMS\$(AppName).lnk" "${PROGRAM}" "-m desktop" "$INSTDIR\zonebrief.ico"
  WriteRegStr HKCU "Software\ZoneBrief" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\ZoneBrief" "Shortcut" "$SMPROGRAMS\$(AppName).lnk"
  WriteRegStr HKCU "Software\ZoneBrief" "DesktopShortcut" "$DESKTOP\$(AppName).lnk"
  WriteRegStr HKCU "Software\Classes\.zonebrief" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\.zonebrief" "Content Type" "application/vnd.zonebrief.pack+zip"
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "$(PackName)"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\zonebrief.ico"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"${PROGRAM}" -m desktop "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(AppName)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\zonebrief.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "ZoneBrief contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i ${SHELL_ASSOCIATIONS_CHANGED}, i 0, p 0, p 0)'
SectionEnd

; A silent install makes it with /DESKTOP.
Section /o "$(DesktopPart)" OnDesktop
  SetOutPath "$INSTDIR\app"
  CreateShortcut "$DESKTOP\$(AppName).lnk" "${PROGRAM}" "-m desktop" "$INSTDIR\zonebrief.ico"
SectionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  ${GetParameters} $0
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${OnDesktop}
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro WhileRunningStop
FunctionEnd

Section Uninstall
  ReadRegStr $0 HKCU "Software\ZoneBrief" "Shortcut"
  Delete "$0"
  ReadRegStr $0 HKCU "Software\ZoneBrief" "DesktopShortcut"
  Delete "$0"
  SetOutPath "$TEMP"
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ReadRegStr $0 HKCU "Software\Classes\.zonebrief" ""
  ${If} $0 == "${TYPE}"
    DeleteRegKey HKCU "Software\Classes\.zonebrief"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\ZoneBrief"
  System::Call 'shell32::SHChangeNotify(i ${SHELL_ASSOCIATIONS_CHANGED}, i 0, p 0, p 0)'
SectionEnd
