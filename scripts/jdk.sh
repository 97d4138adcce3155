# Finds a JDK of at least version 25; sourced by ./spotwright and ./test.
# POSIX sh. Reads the folder's `release` file, because starting java to ask costs 50 ms.

# Sets `jdk` to the folder of a JDK and `jdk_release` to its whole version and succeeds, or fails with
# `jdk` empty.
find_jdk() {
  jdk=
  if is_jdk "${JAVA_HOME-}"; then
    jdk=$JAVA_HOME
    return 0
  fi
  java_on_path=$(command -v javac) || java_on_path=
  while [ -L "$java_on_path" ]; do
    link=$(readlink "$java_on_path")
    case $link in
      /*) java_on_path=$link ;;
      *) java_on_path=${java_on_path%/*}/$link ;;
    esac
  done
  if is_jdk "${java_on_path%/bin/javac}"; then
    jdk=${java_on_path%/bin/javac}
    return 0
  fi
  for candidate in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /opt/java/* /opt/*jdk* /usr/java/*; do
    if is_jdk "$candidate"; then
      jdk=$candidate
      return 0
    fi
  done
  return 1
}

# Whether the folder holds a JDK, compiler included, of version 25 or newer.
is_jdk() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  jdk_version=
  if [ -r "$1/release" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      case $line in
        JAVA_VERSION=*)
          jdk_version=${line#JAVA_VERSION=}
          break
          ;;
      esac
    done <"$1/release"
  else
    # Some distributions ship no release file: "javac 25.0.1".
    jdk_version=$("$1/bin/javac" -version 2>&1)
    jdk_version=${jdk_version#javac }
  fi
  jdk_release=$jdk_version
  jdk_version=${jdk_version#\"}
  jdk_version=${jdk_version%%[!0-9]*}
  [ -n "$jdk_version" ] && [ "$jdk_version" -ge 25 ]
}

# Says what to install; for the caller to exit 2 afterwards.
report_no_jdk() {
  cat >&2 <<'TEXT'
spotwright needs a JDK of version 25 or newer; none was found in JAVA_HOME, on the PATH or in the
usual folders. Install one, or set JAVA_HOME to where it is:
  Debian, Ubuntu   apt install openjdk-25-jdk-headless    (or temurin-25-jdk from Adoptium)
  Fedora, RHEL     dnf install java-25-openjdk-devel
  macOS            brew install openjdk@25
TEXT
}

# Says what to install when there is no Maven.
report_no_maven() {
  cat >&2 <<'TEXT'
spotwright is built by Maven 3.8.7 or newer, and there is no `mvn` on the PATH. Install it:
  Debian, Ubuntu   apt install maven
  Fedora, RHEL     dnf install maven
  macOS            brew install maven
TEXT
}
