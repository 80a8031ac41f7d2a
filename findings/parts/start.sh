# Sourced by every finding: a working folder that goes away, and the few verbs a finding needs.
# Exit codes of a finding: 0 seen as described, 1 the behaviour changed, 2 it could not be tried here.
export TZ=UTC LC_ALL=C.UTF-8 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
parts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${work:-$(mktemp -d)}
trap 'rm -rf "$work"' EXIT
cd "$work"

# need PROGRAM DEBIAN-PACKAGE: stops with a clear line when the program is not installed; prints the version otherwise.
need() {
  command -v "$1" > /dev/null || { echo "cannot try this here: $1 is missing (Debian package $2)" >&2; exit 2; }
  echo "using $2 $(dpkg-query -W -f '${Version}' "$2" 2> /dev/null || echo 'of unknown version')"
}

# need_r R-PACKAGE DEBIAN-PACKAGE: the same for a package of R.
need_r() {
  need Rscript r-base-core
  Rscript -e "quit(status = !requireNamespace('$1', quietly = TRUE))" > /dev/null 2>&1 ||
    { echo "cannot try this here: R has no package $1 (Debian package $2)" >&2; exit 2; }
  echo "using $1 $(Rscript -e "cat(as.character(packageVersion('$1')))")"
}

# npm_packages NAME@VERSION…: installs exactly these into the working folder, running none of their install scripts.
npm_packages() {
  command -v npm > /dev/null || { echo "cannot try this here: npm is missing" >&2; exit 2; }
  npm init -y > /dev/null
  npm install --save-exact --ignore-scripts --no-audit --no-fund --silent "$@" ||
    { echo "cannot try this here: npm could not install $*" >&2; exit 2; }
  echo "using $*"
}

# nuget_run NAME VERSION: builds and runs Program.cs of the working folder with this one package.
nuget_run() {
  command -v dotnet > /dev/null || { echo "cannot try this here: the .NET SDK is missing" >&2; exit 2; }
  cat > finding.csproj <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="$1" Version="[$2]" /></ItemGroup>
</Project>
PROJECT
  dotnet build -v q --nologo -o built -p:UseSharedCompilation=false > build.log 2>&1 || { echo "cannot try this here:" >&2; cat build.log >&2; exit 2; }
  echo "using $1 $2" >&2
  dotnet built/finding.dll
}

# expect FILE < what was seen when the finding was written: prints the file, without blanks at line ends;
# exits 1 when it is no longer the same.
expect() {
  sed -i 's/[[:blank:]]*$//' "$1"
  cat "$1"
  diff - "$1" > changed && return
  echo "the behaviour has changed (< as found, > now):" >&2
  cat changed >&2
  exit 1
}
