{{ packages }}
#:property PublishAot=false
#:property InvariantGlobalization=true
#:property ConcurrentGarbageCollection=false
