@echo off
rem Opens ZoneBrief from this folder: launch.cmd [PACK], or any other command line of zonebrief.
setlocal
for %%I in ("%~dp0..") do set "root=%%~fI"
set "sum="
set "maker="
for /f "delims=" %%H in ('certutil -hashfile "%root%\requirements.lock" SHA256 2^>nul ^| findstr /r /i "^[0-9a-f][0-9a-f ]*$"') do if not defined sum set "sum=%%H"
if not defined sum call :sum_by_python
if not defined sum goto no_python
set "sum=%sum: =%"
set "environment=%LOCALAPPDATA%\zonebrief\env-%sum:~0,8%"
set "scripts=%environment%\Scripts"
if exist "%environment%\ready" if exist "%scripts%\python.exe" goto start

call :find_python
if not defined maker goto no_python
%maker% -I -X utf8 "%root%\desktop\environment.py" "%environment%" "%root%\requirements.lock"
if %errorlevel%==0 goto start
pause
exit /b 1

:sum_by_python
call :find_python
if not defined maker exit /b
set "code=import hashlib, pathlib, sys; print(hashlib.sha256(pathlib.Path(sys.argv[1]).read_bytes()).hexdigest())"
for /f "delims=" %%H in ('%maker% -I -c "%code%" "%root%\requirements.lock"') do set "sum=%%H"
exit /b

:find_python
for %%V in (3.13 3.12 3.11 3.14) do call :try py -%%V
call :try python
exit /b

:try
if defined maker exit /b
%* -I -c "import sys, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))" >nul 2>nul
if %errorlevel%==0 set "maker=%*"
exit /b

:start
set "PYTHONPATH=%root%"
set "ZONEBRIEF_LAUNCHER=%~f0"
for %%C in (check export self-test -h --help --version) do if "%~1"=="%%C" goto command
start "" "%scripts%\pythonw.exe" -P -m desktop %*
exit /b 0

:command
"%scripts%\python.exe" -P -m desktop %*
exit /b %errorlevel%

:no_python
chcp 65001 >nul
echo 没有找到 Python 3.11 至 3.14。请先从应用商店或 python.org 安装。
echo There is no Python 3.11 to 3.14 here. Install one first, from the Store or python.org.
pause
exit /b 1
