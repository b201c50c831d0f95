/*
 * Ten well-known libraries, each as a layer and as a function that uses it. What lint finds in them
 * is in expected-findings.txt: every line was read, and is true.
 */
def libraries = [
    'spring-boot-web': [
        dependencies: ['org.springframework.boot:spring-boot-starter-web:3.5.8'],
        code: '''
            org.springframework.web.client.RestTemplate template = new org.springframework.web.client.RestTemplate();
            try (var context = new org.springframework.boot.builder.SpringApplicationBuilder(Handler.class).run()) {
                return template.toString() + context.getDisplayName();
            }'''
    ],
    'quarkus-lambda': [
        dependencies: ['io.quarkus:quarkus-amazon-lambda:3.34.2'],
        code: 'return io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler.class.getName() + io.quarkus.runtime.Quarkus.class;'
    ],
    'micronaut-function': [
        dependencies: ['io.micronaut.aws:micronaut-function-aws:4.11.0'],
        managed: ['io.micronaut:micronaut-core-bom:4.10.20:pom:import'],
        code: '''
            try (var context = io.micronaut.context.ApplicationContext.run()) {
                return String.valueOf(context.isRunning());
            }'''
    ],
    'aws-sdk': [
        dependencies: ['software.amazon.awssdk:dynamodb:2.42.28', 'software.amazon.awssdk:s3:2.42.28'],
        code: '''
            try (var client = software.amazon.awssdk.services.dynamodb.DynamoDbClient.create()) {
                return client.getItem(r -> r.tableName("t")).toString();
            }'''
    ],
    'powertools': [
        dependencies: ['software.amazon.lambda:powertools-logging-log4j:2.9.0', 'software.amazon.lambda:powertools-metrics:2.9.0'],
        code: 'return software.amazon.lambda.powertools.logging.PowertoolsLogging.class.getName() + org.slf4j.LoggerFactory.getLogger("a");'
    ],
    'opentelemetry': [
        dependencies: ['io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1'],
        code: 'return io.opentelemetry.javaagent.OpenTelemetryAgent.class.getName();'
    ],
    'hibernate': [
        dependencies: ['org.hibernate.orm:hibernate-core:7.1.4.Final', 'org.postgresql:postgresql:42.7.14'],
        code: '''
            try (var factory = new org.hibernate.cfg.Configuration().buildSessionFactory()) {
                return factory.openSession().toString() + new org.postgresql.Driver();
            }'''
    ],
    'spark': [
        dependencies: ['org.apache.spark:spark-core_2.13:4.0.1'],
        code: '''
            try (var spark = new org.apache.spark.api.java.JavaSparkContext(new org.apache.spark.SparkConf())) {
                return String.valueOf(spark.parallelize(java.util.List.of(1, 2)).count());
            }'''
    ],
    'netty': [
        dependencies: ['io.netty:netty-all:4.2.7.Final', 'io.netty:netty-tcnative-boringssl-static:2.0.74.Final'],
        code: '''
            var group = new io.netty.channel.MultiThreadIoEventLoopGroup(io.netty.channel.nio.NioIoHandler.newFactory());
            return new io.netty.bootstrap.Bootstrap().group(group).toString() + io.netty.handler.ssl.OpenSsl.isAvailable();'''
    ],
    'log4j': [
        dependencies: ['org.apache.logging.log4j:log4j-core:2.25.2', 'org.apache.logging.log4j:log4j-slf4j2-impl:2.25.2'],
        code: 'return org.apache.logging.log4j.LogManager.getLogger("a").toString() + org.slf4j.LoggerFactory.getLogger("b");'
    ],
]

def dependency = { coordinates, scope ->
    def (group, artifact, version, type, imported) = coordinates.split(':') as List
    def element = { name, value -> value ? "<${name}>${value}</${name}>" : '' }
    '<dependency>' + element('groupId', group) + element('artifactId', artifact) + element('version', version) +
        element('type', type) + element('scope', imported ?: scope) + '</dependency>'
}
def check = '''
  <build><plugins><plugin>
    <groupId>io.github.lambdalayer</groupId><artifactId>lambda-layer-maven-plugin</artifactId>
    <executions><execution><goals><goal>check</goal></goals></execution></executions>
  </plugin></plugins></build>'''
def pom = { name, packaging, managed, dependencies ->
    """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>it.known</groupId><artifactId>known</artifactId><version>1.0.0</version><relativePath>../../pom.xml</relativePath></parent>
  <artifactId>${name}</artifactId>
  <packaging>${packaging}</packaging>
  <dependencyManagement><dependencies>${managed}</dependencies></dependencyManagement>
  <dependencies>${dependencies}</dependencies>${packaging == 'jar' ? check : ''}
</project>
"""
}
libraries.each { name, library ->
    def managed = (library.managed ?: []).collect { dependency(it, null) }.join('\n')
    def layer = new File(basedir, "layers/${name}")
    layer.mkdirs()
    new File(layer, 'pom.xml').text =
        pom("${name}-layer", 'lambda-layer', managed, library.dependencies.collect { dependency(it, null) }.join('\n'))
    def function = new File(basedir, "functions/${name}")
    def sources = new File(function, 'src/main/java/known')
    sources.mkdirs()
    new File(function, 'pom.xml').text = pom(name, 'jar', managed,
        dependency("it.known:${name}-layer:1.0.0:pom", 'provided') +
        dependency('com.amazonaws:aws-lambda-java-core:1.4.0', 'provided'))
    new File(sources, 'Handler.java').text = """package known;

public class Handler implements com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {
    @Override
    public String handleRequest(String input, com.amazonaws.services.lambda.runtime.Context lambda) {
        ${library.code}
    }
}
"""
}
def root = new File(basedir, 'pom.xml')
def modules = libraries.keySet().collect { "<module>layers/${it}</module>\n<module>functions/${it}</module>" }.join('\n')
root.text = root.text.replaceFirst('(?s)<modules>.*</modules>', "<modules>\n${modules}\n</modules>")
return true
