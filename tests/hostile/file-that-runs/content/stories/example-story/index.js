process.getBuiltinModule("fs").writeFileSync("/tmp/horror-canary", "x")
