# On Linux the released program; on macOS it is built from source, with Swift 6.3 or newer.
class Proxyenv < Formula
  desc "@summary@"
  homepage "@homepage@"
  version "@version@"
  license "@license@"
  head "@homepage@.git", branch: "main"

  on_macos do
    url "@downloads@/v@version@/proxyenv-@version@-source.tar.gz"
    sha256 "@sha256_source@"
    depends_on xcode: :build
  end
  on_linux do
    on_intel do
      url "@downloads@/v@version@/proxyenv-@version@-linux-x64.tar.gz"
      sha256 "@sha256_linux_x64@"
    end
    on_arm do
      url "@downloads@/v@version@/proxyenv-@version@-linux-arm64.tar.gz"
      sha256 "@sha256_linux_arm64@"
    end
  end

  def install
    if OS.mac? || build.head?
      system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "proxyenv"
      system "make", "install", "PREFIX=#{prefix}"
    else
      bin.install "bin/proxyenv"
      bash_completion.install "share/bash-completion/completions/proxyenv"
      fish_completion.install "share/fish/vendor_completions.d/proxyenv.fish"
      zsh_completion.install "share/zsh/site-functions/_proxyenv"
      man1.install Dir["share/man/man1/*"]
      man5.install Dir["share/man/man5/*"]
    end
  end

  test do
    assert_equal "proxyenv #{version}\n", shell_output("#{bin}/proxyenv --version") unless build.head?
    assert_match "HTTPS_PROXY='http://127.0.0.1:7890'", shell_output("#{bin}/proxyenv use clash --shell bash")
  end
end
