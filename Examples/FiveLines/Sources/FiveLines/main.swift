import Namvar

let namvar = try Workbench.shipped()
print(try namvar.normalized("محمدجواد آذري جهرمي"), try namvar.romanized("محمدجواد آذری جهرمی"))
print(try namvar.reconcile("Azari Jahromy").candidates.first?.id ?? "unknown")
