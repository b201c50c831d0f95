import groovy.json.JsonSlurper

def found = []
['layers', 'functions'].each { kind ->
    new File(basedir, kind).listFiles().sort { it.name }.each { module ->
        def document = new File(module, 'target/lambda-layer/findings.json')
        assert document.isFile(): "${module.name} was not examined"
        new JsonSlurper().parse(document).subjects.each { subject ->
            subject.findings.each { found << "${kind}/${module.name} ${it.severity} ${it.id} ${it.path}".trim() }
        }
    }
}
def expected = new File(basedir, 'expected-findings.txt').readLines().findAll { it && !it.startsWith('#') }
new File(basedir, 'findings.txt').text = found.sort().join('\n') + '\n'
assert found.sort() == expected.sort()
return true
