; What the installer for Windows does beside what electron-builder has it do. SHELL_CONTEXT is the reader's part of the registry
; or everybody's, as was chosen.

!macro customInstall
  ; The scheme of addresses, which electron-builder registers on other systems only.
  WriteRegStr SHELL_CONTEXT "Software\Classes\leeslamp" "" "URL:Leeslamp"
  WriteRegStr SHELL_CONTEXT "Software\Classes\leeslamp" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\leeslamp\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\leeslamp\shell\open\command" "" '"$appExe" "%1"'
  ; It names the program of the file association without quotes: in C:\Program Files another could be started.
  WriteRegStr SHELL_CONTEXT "Software\Classes\Leeslamp-editie\shell\open\command" "" '"$appExe" "%1"'
!macroend

!macro customUnInstall
  ; Another program may have taken the scheme since.
  ReadRegStr $R0 SHELL_CONTEXT "Software\Classes\leeslamp\shell\open\command" ""
  ${if} $R0 == '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
    DeleteRegKey SHELL_CONTEXT "Software\Classes\leeslamp"
  ${endIf}
!macroend
