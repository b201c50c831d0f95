import io.github.lambdalayer.endpoint.Fault
import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
Story.of(context).aws().fail('PublishLayerVersion', Fault.ACCESS_DENIED)
return true
