package io.github.lambdalayer.output;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a template as CloudFormation does: {@code !Ref X} is {@code {Ref: X}}. */
final class CloudFormationYaml {

  private CloudFormationYaml() {}

  static Map<String, Object> read(String text) {
    return new Yaml(new Intrinsics()).load(text);
  }

  /** A part of a document, by its path. */
  static Object at(Map<String, Object> document, String... path) {
    Object at = document;
    for (String key : path) {
      if (!(at instanceof Map<?, ?> map) || !map.containsKey(key)) {
        throw new AssertionError(key + " is not in " + at);
      }
      at = map.get(key);
    }
    return at;
  }

  private static final class Intrinsics extends SafeConstructor {

    Intrinsics() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new Intrinsic());
    }

    private final class Intrinsic extends AbstractConstruct {

      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        Object value =
            node instanceof SequenceNode sequence
                ? constructSequence(sequence)
                : ((ScalarNode) node).getValue();
        return Map.of(name.equals("Ref") ? name : "Fn::" + name, value);
      }
    }
  }
}
