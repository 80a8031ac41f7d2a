// Reads from compiled code what a type uses: in its signatures, and in the bodies of its methods. Source text would miss what a using
// or a fluent call brings in; the compiled code cannot.

using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace NeedsSurvey.Testing;

/// <summary>The types and members that a type depends on.</summary>
public static class TypeUses
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Types as written; what the compiler nests in them is read with them.</summary>
    public static IEnumerable<Type> Outer(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type => type.DeclaringType is null && type.Namespace?.StartsWith("NeedsSurvey", StringComparison.Ordinal) == true);

    /// <summary>Types used by the type itself and by what the compiler made of it (lambdas, iterators, async methods).</summary>
    public static IReadOnlySet<Type> Types(Type type)
    {
        var found = new HashSet<Type>();
        foreach (var member in Members(type))
        {
            Add(found, member as Type ?? member.DeclaringType);
            Add(found, (member as FieldInfo)?.FieldType);
            if (member is MethodBase method)
            {
                foreach (var parameter in method.GetParameters())
                    Add(found, parameter.ParameterType);
                Add(found, (method as MethodInfo)?.ReturnType);
                if (method.IsGenericMethod)
                    foreach (var argument in method.GetGenericArguments())
                        Add(found, argument);
            }
        }
        return found;
    }

    /// <summary>Members (and types) named by the type's own declarations and method bodies.</summary>
    public static IEnumerable<MemberInfo> Members(Type type)
    {
        if (type.BaseType is { } parent)
            yield return parent;
        foreach (var implemented in type.GetInterfaces())
            yield return implemented;
        foreach (var field in type.GetFields(Everything))
            yield return field;
        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            yield return method;
            foreach (var used in InBody(method))
                yield return used;
        }
        foreach (var nested in type.GetNestedTypes(Everything))
        foreach (var used in Members(nested))
            yield return used;
    }

    /// <summary>The type's own methods and constructors.</summary>
    public static IEnumerable<MethodBase> Declared(Type type) =>
        type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything));

    /// <summary>The texts in the bodies of the type's methods.</summary>
    public static IEnumerable<string> Texts(Type type) =>
        type.GetMethods(Everything)
            .Cast<MethodBase>()
            .Concat(type.GetConstructors(Everything))
            .SelectMany(method =>
                Tokens(method)
                    .Where(token => token.Code.OperandType == OperandType.InlineString)
                    .Select(token => method.Module.ResolveString(token.Token))
            )
            .Concat(type.GetNestedTypes(Everything).SelectMany(Texts));

    private static IEnumerable<MemberInfo> InBody(MethodBase method)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var local in method.GetMethodBody()?.LocalVariables ?? [])
            yield return local.LocalType;
        foreach (var (code, token) in Tokens(method))
            if (code.OperandType != OperandType.InlineString)
                yield return method.Module.ResolveMember(token, ofType, ofMethod)!;
    }

    /// <summary>The instructions that name something, with what they name.</summary>
    private static IEnumerable<(OpCode Code, int Token)> Tokens(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            yield break;
        var bytes = body.GetILAsByteArray()!;
        for (var at = 0; at < bytes.Length; )
        {
            var code = bytes[at] == 0xFE ? Codes[(short)(0xFE00 | bytes[at + 1])] : Codes[bytes[at]];
            at += code.Size;
            if (
                code.OperandType
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
                    or OperandType.InlineString
            )
                yield return (code, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)));
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)),
                _ => 4,
            };
        }
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null)
            return;
        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }
        if (!found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
            return;
        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
            Add(found, argument);
    }
}
