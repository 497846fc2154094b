@rem proxyenv for cmd. `proxyenv use clash` and `proxyenv off` change the window in which they are typed; everything else is the program's.
@rem The folder of this file is the one for PATH. The program is in the folder lib beside it, which is in no PATH.
@rem No program can change the variables of the cmd that starts it: it leaves a batch file, which is called here and deleted. Only its owner can read it.
@if not defined LOCALAPPDATA "%~dp0lib\proxyenv.exe" %*
@if not defined LOCALAPPDATA exit /b %ERRORLEVEL%
@set "PROXYENV_SWITCH=%LOCALAPPDATA%\proxyenv\switch-%RANDOM%%RANDOM%%TIME:~-2%.cmd"
@"%~dp0lib\proxyenv.exe" %*
@if "%ERRORLEVEL%"=="0" if exist "%PROXYENV_SWITCH%" goto switch
@set "PROXYENV_SWITCH=" & exit /b %ERRORLEVEL%
:switch
@call "%PROXYENV_SWITCH%" & del "%PROXYENV_SWITCH%" & set "PROXYENV_SWITCH=" & exit /b 0
