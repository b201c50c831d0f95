import groovy.json.JsonSlurper
import io.github.lambdalayer.it.Story
import java.security.MessageDigest
import java.util.zip.ZipFile

Story.of(context).withCloseable { story ->
    def name = { module -> "${module}/target/${module}-1.0.0-layer.zip".toString() }
    // Its files with their modes, save for the document.
    def files = { module -> story.modes(name(module)).findAll { path, mode -> !path.endsWith('/') && !path.startsWith('META-INF/') } }
    def text = { module, path ->
        new ZipFile(new File(basedir, name(module))).withCloseable { it.getInputStream(it.getEntry(path)).text }
    }
    def items = { module -> new JsonSlurper().parseText(text(module, "META-INF/lambda-layer/${module}.json")).artifacts }
    def sha256 = { artifact, type ->
        MessageDigest.getInstance('SHA-256').digest(new File(basedir, "repository/it/map/${artifact}/1.0/${artifact}-1.0.${type}").bytes).encodeHex().toString()
    }

    assert files('agent') == ['java/lib/helper-1.0.jar': '644', 'otel-javaagent.jar': '644', 'otel-wrapper': '755']
    assert items('agent')*.path == ['java/lib/helper-1.0.jar', 'otel-javaagent.jar']
    assert items('agent')[1].sha256 == sha256('otel-agent', 'jar')
    assert items('agent')[1].artifactId == 'otel-agent'

    // Of the modes in the archive only the x bit counts.
    assert files('extension') == ['collector.d/config.yaml': '644', 'collector.d/default.yaml': '644', 'extensions/collector': '755']
    assert text('extension', 'collector.d/default.yaml') == 'a: b'
    assert items('extension').collect { [it.path, it.type, it.sha256] } == [['', 'tar.gz', sha256('extension', 'tar.gz')]]
    assert story.log().contains('Left out of it.map:extension:tar.gz:1.0: 1 of its 4 files')

    assert files('custom') == ['bootstrap': '755', 'runtime/main.sh': '755']
    assert files('python') == ['python/mypkg-1.0.dist-info/METADATA': '644', 'python/mypkg/__init__.py': '644']
    assert text('python', 'python/mypkg/__init__.py') == 'VERSION = 1\n'
    assert items('python').collect { [it.path, it.type] } == [['python/', 'whl']]
    assert files('nodejs').keySet() == ['nodejs/node_modules/left-pad/lib/index.js', 'nodejs/node_modules/left-pad/package.json'] as Set
    assert files('ruby').keySet() == ['ruby/gems/3.4.0/gems/foo-1.0/lib/foo.rb', 'ruby/gems/3.4.0/specifications/foo-1.0.gemspec'] as Set
    assert files('tool') == ['bin/mytool': '755', 'share/data-1.0.zip': '644']

    ['agent', 'extension', 'custom', 'python', 'nodejs', 'ruby', 'tool'].each { module ->
        assert story.versions('eu-west-1', module).size() == 1
        assert !story.exists("${module}/target/lambda-layer/.work-layer")
        story.modes(name(module)).each { path, mode -> assert !path.endsWith('/') || mode == '755' }
    }
}
return true
