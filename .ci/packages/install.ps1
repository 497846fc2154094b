# install.ps1 [-Prefix FOLDER] [-Version VERSION] [-From URL] [-DryRun]
#
# Installs proxyenv on Windows: fetches the archive, compares its checksum, and moves the folder into place. It says what it
# does, asks nothing, needs no administrator, and changes neither PATH nor a profile.
#   -Prefix FOLDER    where proxyenv.cmd and lib\proxyenv.exe go (%LOCALAPPDATA%\Programs\proxyenv)
#   -Version VERSION  which one (@version@)
#   -From URL         another place that has the files of the release, such as a mirror
#   -DryRun           says what it would do, and fetches nothing
# PowerShell 5.1 uses Windows' proxy, PowerShell 7 that in HTTPS_PROXY; here the variable counts in both.

param([string]$Prefix, [string]$Version = '@version@', [string]$From, [switch]$DryRun)

# A function, so that a script that was cut off on its way does nothing, and that no name of its own stays in the session.
function Install-ProxyEnv([string]$Prefix, [string]$Version, [string]$From, [bool]$DryRun) {
    Set-StrictMode -Version 2
    $ErrorActionPreference = 'Stop'
    # Its bar makes downloads slow in 5.1.
    $ProgressPreference = 'SilentlyContinue'
    # 5.1 knows TLS 1.2 on old systems only when it is told.
    if ($PSVersionTable.PSVersion.Major -lt 6) {
        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
    }

    $Version = $Version -replace '^v', ''
    if ($Version -notmatch '^[0-9A-Za-z.-]+$') { throw "install.ps1: '$Version' is no version" }
    if (-not $Prefix) {
        if (-not $env:LOCALAPPDATA) { throw 'install.ps1: LOCALAPPDATA is not set: name a folder with -Prefix' }
        $Prefix = Join-Path $env:LOCALAPPDATA 'Programs\proxyenv'
    }
    # .NET has a current folder of its own.
    $Prefix = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Prefix)
    if (-not $From) { $From = "@downloads@/v$Version" }
    $From = $From.TrimEnd('/')
    $stem = "proxyenv-$Version-windows-x64"

    "proxyenv $Version for windows-x64 from $From"
    "to $Prefix"
    if ($DryRun) { 'nothing was fetched or changed: -DryRun'; return }
    if ((Test-Path -LiteralPath $Prefix) -and -not (Test-Path -LiteralPath (Join-Path $Prefix 'proxyenv.cmd')) -and
        (Get-ChildItem -LiteralPath $Prefix -Force)) {
        throw "install.ps1: $Prefix has other files in it: name another folder with -Prefix"
    }

    $web = @{ UseBasicParsing = $true }
    if ($env:HTTPS_PROXY) { $web.Proxy = $env:HTTPS_PROXY }
    elseif ($env:ALL_PROXY -like 'http*') { $web.Proxy = $env:ALL_PROXY }
    # A proxy is not for this computer itself.
    if (([uri]$From).IsLoopback) { $web.Remove('Proxy') }

    # Beside its place: what is moved stays on the same disk.
    $parent = Split-Path -Parent $Prefix
    $work = Join-Path $parent ".proxyenv-$PID"
    $old = Join-Path $parent ".proxyenv-old-$PID"
    [void](New-Item -ItemType Directory -Force -Path $work)
    try {
        foreach ($file in 'SHA256SUMS', "$stem.zip") {
            "fetching $From/$file"
            try { Invoke-WebRequest @web -Uri "$From/$file" -OutFile (Join-Path $work $file) }
            catch {
                throw "install.ps1: cannot fetch $From/${file}: $($_.Exception.Message)`nhint: behind a proxy, name it first: " +
                "`$env:HTTPS_PROXY = 'http://127.0.0.1:7890'"
            }
        }
        $expected = Get-Content -LiteralPath (Join-Path $work 'SHA256SUMS') | Where-Object { $_ -match "^[0-9a-f]{64}  $([regex]::Escape($stem))\.zip$" }
        if (-not $expected) { throw "install.ps1: $From/SHA256SUMS does not name $stem.zip" }
        $expected = @($expected)[0].Substring(0, 64)
        $found = (Get-FileHash -Algorithm SHA256 -LiteralPath (Join-Path $work "$stem.zip")).Hash.ToLowerInvariant()
        if ($found -ne $expected) {
            throw "install.ps1: the checksum of $stem.zip is wrong: it was cut off or changed on its way`nexpected: $expected`nfound:    $found"
        }
        'the checksum is right'
        Expand-Archive -LiteralPath (Join-Path $work "$stem.zip") -DestinationPath $work
        $new = Join-Path $work $stem
        if (-not (Test-Path -LiteralPath (Join-Path $new 'lib/proxyenv.exe'))) { throw 'install.ps1: the archive has no program' }

        # The old folder goes away first, and comes back if the new one cannot take its place.
        $replaced = Test-Path -LiteralPath $Prefix
        if ($replaced) { Move-Item -LiteralPath $Prefix -Destination $old }
        try { Move-Item -LiteralPath $new -Destination $Prefix }
        catch {
            if ($replaced) { Move-Item -LiteralPath $old -Destination $Prefix }
            throw
        }
        if ($replaced) { Remove-Item -LiteralPath $old -Recurse -Force }
    }
    finally { Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction Ignore }

    "installed $Prefix"
    if (($env:PATH -split [IO.Path]::PathSeparator) -notcontains $Prefix) {
        'PATH does not have it yet. For new windows: Settings, "Edit environment variables for your account", Path. For this one:'
        "    `$env:PATH = '$($Prefix -replace "'", "''");' + `$env:PATH"
    }
    'what to do next: proxyenv setup'
}

Install-ProxyEnv -Prefix $Prefix -Version $Version -From $From -DryRun $DryRun
