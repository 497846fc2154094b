{
  description = "@summary@";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      # The released program is static: it runs on NixOS as it is.
      archives = {
        x86_64-linux = {
          platform = "linux-x64";
          sha256 = "@sha256_linux_x64@";
        };
        aarch64-linux = {
          platform = "linux-arm64";
          sha256 = "@sha256_linux_arm64@";
        };
      };
      package =
        system:
        let
          pkgs = nixpkgs.legacyPackages.${system};
          archive = archives.${system};
        in
        pkgs.stdenvNoCC.mkDerivation rec {
          pname = "proxyenv";
          version = "@version@";
          src = pkgs.fetchurl {
            url = "@downloads@/v${version}/proxyenv-${version}-${archive.platform}.tar.gz";
            inherit (archive) sha256;
          };
          dontStrip = true;
          installPhase = ''
            runHook preInstall
            mkdir -p $out
            cp -R bin share $out
            runHook postInstall
          '';
          meta = {
            description = "@summary@";
            homepage = "@homepage@";
            license = pkgs.lib.licenses.mit;
            mainProgram = "proxyenv";
            platforms = builtins.attrNames archives;
          };
        };
    in
    {
      packages = builtins.mapAttrs (system: _: { default = package system; }) archives;
    };
}
