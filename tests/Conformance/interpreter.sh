#!/bin/bash
# Stands in for the interpreter that tests start (sys.executable): what CPython's command line names is converted and run.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
while [ $# -gt 0 ]; do
    case "$1" in
        -c) printf '%s\n' "$2" > "$folder/string.py"; shift 2; script="$folder/string.py"; break ;;
        -m) script="${2//.//}"; [ -d "$script" ] && script="$script/__main__"; script="$script.py"; shift 2; break ;;
        -X|-W) shift 2 ;;
        -) shift; break ;;
        -*) shift ;;
        *) script="$1"; shift; [ -d "$script" ] && script="$script/__main__.py"; break ;;
    esac
done
if [ -z "$script" ]; then
    script="$folder/stdin.py"
    cat > "$script"
fi
[[ "$script" == @* ]] && script="./$script"
DOTNET_TieredCompilation=1 dotnet "$PYTOCS" run "$script" "$@"
